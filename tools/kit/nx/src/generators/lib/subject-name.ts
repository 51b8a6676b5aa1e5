import { isReserved } from './check-name.ts';
import { identifierOf, nameForms } from './name-forms.ts';

/** Other names in generated tests. */
const inUse =
  'another before call create fc foreign made member one other-tenant owner step steps stranger subject'.split(
    ' ',
  );

/** Returns a contract's name in tests: `cache` for Cache, but `theTask` for Task, because every test has a `task`. */
export function subjectNameOf(contract: string): string {
  return isTaken(contract) ? `the${nameForms(contract).className}` : identifierOf(contract);
}

/** Returns a dependency's name in tests: the app's name, if a fixture can have it. */
export function fixtureNameOf(given: string): string {
  const isFree = !isTaken(given) && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(given);
  return isFree ? given : subjectNameOf(given);
}

function isTaken(name: string): boolean {
  const { fileName, propertyName } = nameForms(name);
  return isReserved(fileName) || inUse.includes(fileName) || propertyName in Object.prototype;
}
