const files = 200;
export const tests = 7_193;

const numbers = Array.from({ length: files }, (_, index) => index);

/** The tests as files of Vitest. */
export const vitestFiles: Readonly<Record<string, string>> = Object.fromEntries(
  numbers.map((index) => {
    const bodies = testsOf(index).map(
      (test) => `test('adds ${test}', () => { expect(${test} + 1).toBe(${test + 1}); });\n`,
    );
    return [
      `src/many-${index}.spec.ts`,
      `import { expect, test } from 'vitest';\n${bodies.join('')}`,
    ] as const;
  }),
);

/** The same tests as files of pytest. */
export const pytestFiles: Readonly<Record<string, string>> = Object.fromEntries(
  numbers.map((index) => {
    const bodies = testsOf(index).map(
      (test) => `def test_adds_${test}():\n    assert ${test} + 1 == ${test + 1}\n`,
    );
    return [`test_many_${index}.py`, bodies.join('\n\n')] as const;
  }),
);

function testsOf(index: number): number[] {
  const here = Math.floor(((index + 1) * tests) / files) - Math.floor((index * tests) / files);
  return Array.from({ length: here }, (_, test) => test);
}
