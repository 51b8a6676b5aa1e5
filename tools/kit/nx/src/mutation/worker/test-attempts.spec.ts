import { describe, expect, test } from 'vitest';
import type { TestPlan } from './session.ts';
import { type Attempt, TestAttempts } from './test-attempts.ts';

interface Behaviour {
  /** Mutants with which the test fails. */
  readonly kills?: readonly number[];
  /** Mutants after which the test fails without a mutant. */
  readonly spoils?: readonly number[];
  readonly unreached?: readonly number[];
  readonly isProven?: () => boolean;
}

/** Runs all attempts of a test. Returns the attempts, and the verdicts in their order. */
function attempt(plan: Partial<TestPlan>, behaviour: Behaviour) {
  const { kills = [], spoils = [], unreached = [], isProven = () => false } = behaviour;
  const attempts: (readonly number[])[] = [];
  const verdicts: string[] = [];
  let isSpoilt = false;
  const progress = { killed: new Set<number>(), isProven, sourceOf: (mutant: number) => mutant };
  const tested = new TestAttempts({ tries: [], groupSize: 1, proofs: [], ...plan }, progress, {
    verdict: (mutant, verdict) => void verdicts.push(`${mutant} ${verdict}`),
    unclean: () => void verdicts.push('unclean'),
  });
  let next: Attempt | undefined = { kind: 'plain' };
  while (next !== undefined) {
    const mutants: readonly number[] = next.kind === 'plain' ? [] : next.mutants;
    attempts.push(mutants);
    const fails = isSpoilt || mutants.some((mutant) => kills.includes(mutant));
    if (mutants.some((mutant) => spoils.includes(mutant))) isSpoilt = true;
    next = tested.next(next, {
      ...{ isSlow: false, isReached: (mutant) => !unreached.includes(mutant) },
      ...(fails ? { failure: 'killed' as const } : {}),
    });
  }
  return { attempts, verdicts };
}

describe('the attempts of a test', () => {
  test('begin without a mutant and confirm each failure that follows a mutant', () => {
    const { attempts, verdicts } = attempt({ tries: [1, 2, 3] }, { kills: [1, 2] });
    expect(attempts).toEqual([[], [1], [2], [], [3]]);
    expect(verdicts).toEqual(['1 killed', '2 killed', '3 survived']);
  });

  test('end if the test fails without a mutant', () => {
    expect(attempt({ tries: [1, 2, 3] }, { kills: [2], spoils: [1] })).toEqual({
      attempts: [[], [1], [2, 3], [2], []],
      verdicts: ['1 survived', 'unclean'],
    });
  });

  test('combine more and more mutants that survive', () => {
    const tries = [1, 2, 3, 4, 5, 6, 7];
    const { attempts, verdicts } = attempt({ tries }, {});
    expect(attempts).toEqual([[], [1], [2, 3], [4, 5, 6, 7]]);
    expect(verdicts).toEqual(tries.map((mutant) => `${mutant} survived`));
  });

  test('find the mutants of a group that the test notices', () => {
    const { attempts, verdicts } = attempt({ tries: [1, 2, 3, 4], groupSize: 4 }, { kills: [3] });
    expect(attempts).toEqual([[], [1, 2, 3, 4], [1, 2], [3, 4], [3], [], [4]]);
    expect(verdicts).toEqual(['1 survived', '2 survived', '3 killed', '4 survived']);
  });

  test('repeat a mutant alone that was not executed in a group', () => {
    const { attempts, verdicts } = attempt({ tries: [1, 2], groupSize: 2 }, { unreached: [2] });
    expect(attempts).toEqual([[], [1, 2], [2]]);
    expect(verdicts).toEqual(['1 survived', '2 unreached']);
  });

  test('look for a proof until the promise has one', () => {
    let killed = 0;
    const behaviour = { kills: [8], isProven: () => (killed += 1) > 2 };
    expect(attempt({ proofs: [7, 8, 9] }, behaviour).verdicts).toEqual(['7 survived', '8 killed']);
  });
});
