import { describe, expect, test } from 'vitest';
import { countedLines } from '../../../proof/counted-lines.ts';
import { missedGates } from './coverage-gates.ts';

const root = '/workspace';
const whole = countedLines(root, { 'libs/a/app/src/whole.ts': [1, 1, 1, 1] });
const half = countedLines(root, { 'libs/a/app/src/half.ts': [1, 0], 'libs/a/app/src/whole.ts': [1, 1] });

describe('the gates', () => {
  test('pass if enough was run', () => {
    expect(missedGates({ unit: whole, all: whole }, root)).toEqual([]);
  });

  test('name the missed gate, the figure, and the files with the most uncovered statements first', () => {
    const [said, ...others] = missedGates({ unit: half, all: whole }, root);
    expect(others).toEqual([]);
    expect(said).toBe(
      '✗ unit: 75 % of statements. Expected 85 %. Most uncovered statements:\n' +
        '    1 of 2 statements  libs/a/app/src/half.ts',
    );
  });

  test('check functions too', () => {
    const never = countedLines(root, { 'libs/a/app/src/never.ts': [0] });
    never.merge(
      countedLines(root, { 'libs/a/app/src/long.ts': Array.from({ length: 99 }, () => 1) }).toJSON(),
    );
    expect(missedGates({ unit: whole, all: never }, root)).toEqual([
      expect.stringMatching(/^✗ all: 50 % of functions\. Expected 95 %/),
    ]);
  });
});
