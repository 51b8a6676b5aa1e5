import { isReserved } from './check-name.ts';
import { identifierOf, wordsOf } from './words.ts';

/** What generated tests call other things. */
const inUse =
  'another before call create fc foreign made member one owner step steps otherTenant subject'.split(' ');

/** What tests call a contract: `cache` for Cache, and `theTask` for Task, because every test has a `task` already. */
export function subjectNameOf(contract: string): string {
  return isTaken(contract) ? `the${wordsOf(contract).className}` : identifierOf(contract);
}

/** What tests call something that the app is given: as the app does, where a fixture can be called so. */
export function fixtureNameOf(given: string): string {
  const isFree = !isTaken(given) && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(given);
  return isFree ? given : subjectNameOf(given);
}

function isTaken(name: string): boolean {
  const { fileName, propertyName } = wordsOf(name);
  return isReserved(fileName) || inUse.includes(fileName) || propertyName in Object.prototype;
}
