import type { GuardProblem } from '../guard-problem.ts';
import type { GuardRecord } from '../record.ts';
import { namedBy } from './named-in-code.ts';
import type { StateCheck } from './state-check.ts';

const constructors = [Object, Function, Array, String, Number, Boolean, Promise, Error, Map, Set, Date];

/** Removes additions to the prototypes of the language, which every object of every file would have. */
export const prototypes: StateCheck = () => {
  const before = constructors.map(({ prototype }) => new Set(Reflect.ownKeys(prototype as object)));
  return (record) =>
    constructors.flatMap((constructor, index) => takeAway(constructor, before[index], record));
};

function takeAway(
  constructor: (typeof constructors)[number],
  before: Set<PropertyKey> | undefined,
  record: GuardRecord,
): GuardProblem[] {
  const prototype = constructor.prototype as object;
  const added = Reflect.ownKeys(prototype).filter(
    (key) => !before?.has(key) && namedBy(record, key) !== undefined,
  );
  for (const key of added) Reflect.deleteProperty(prototype, key);
  return added
    .filter((key) => namedBy(record, key) === 'test file')
    .map((key) => ({
      what: `left ${String(key)} on the prototype of ${constructor.name}`,
      fix: 'Delete it in `onTestFinished`, or do not change prototypes.',
    }));
}
