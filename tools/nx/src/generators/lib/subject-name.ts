import { isReserved } from './check-name.ts';
import { identifierOf, wordsOf } from './words.ts';

/** What generated tests call other things. */
const inUse = 'another before call create fc foreign made owner step steps stranger subject'.split(' ');

/** What tests call a contract: `cache` for Cache, and `theTask` for Task, because every test has a `task` already. */
export function subjectNameOf(contract: string): string {
  const { fileName, className, propertyName } = wordsOf(contract);
  const isTaken = isReserved(fileName) || inUse.includes(fileName) || propertyName in Object.prototype;
  return isTaken ? `the${className}` : identifierOf(contract);
}
