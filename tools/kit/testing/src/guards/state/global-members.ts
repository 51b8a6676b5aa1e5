import { vi } from 'vitest';
import type { GuardProblem } from '../guard-problem.ts';

interface Member {
  readonly name: string;
  readonly object: object;
  readonly key: string;
  readonly value: unknown;
}

/** The functions of global objects that tests replace most often. */
const watched: readonly (readonly [string, object, string])[] = [
  ['Date.now', Date, 'now'],
  ['Math.random', Math, 'random'],
  ['process.exit', process, 'exit'],
  ['process.nextTick', process, 'nextTick'],
  ['process.stdout.write', process.stdout, 'write'],
  ['process.stderr.write', process.stderr, 'write'],
];

export function membersOf(): Member[] {
  return watched.map(([name, object, key]) => ({
    name,
    object,
    key,
    value: Reflect.get(object, key) as unknown,
  }));
}

/** Restores replaced functions. Spies are left to the check of spies. */
export function putBackMembers(members: readonly Member[]): GuardProblem[] {
  const replaced = members.filter(({ object, key, value }) => {
    const now: unknown = Reflect.get(object, key);
    return now !== value && !vi.isMockFunction(now);
  });
  for (const { object, key, value } of replaced) Reflect.set(object, key, value);
  return replaced.map(({ name }) => ({
    what: `replaced \`${name}\``,
    fix: 'Use `vi.spyOn` and restore the spy.',
  }));
}
