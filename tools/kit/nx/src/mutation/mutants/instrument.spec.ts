import { stripTypeScriptTypes } from 'node:module';
import { runInThisContext } from 'node:vm';
import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { findMutants } from './find-mutants.ts';
import { instrument } from './instrument.ts';

const source = `
const first = 2;
/** Adds up the numbers in a range. */
function sum(from: number, to: number): number {
  let result = 0;
  for (let at = from; at <= to; at += 1)
    result += at; // one by one
  if (result > 10) {
    result = -result;
    result *= first;
  }
  return result;
}
function name(person?: { name?: string; titles: string[] }): string {
  const titles = person?.titles
    .filter((title) => title !== 'Mr') // a comment
    .join(' ') ?? '';
  return \`\${titles}
\${person?.name ?? 'nobody'}\`.trim();
}
return [sum(first, 3), sum(1, 7), name(), name({ titles: ['Dr', 'Mr'], name: 'Abe' })];
`;

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('source.ts', text, ts.ScriptTarget.ESNext, true);
}

/** Evaluates a source in which a number of mutants may be active. */
function evaluate(code: string, active = -1): unknown {
  let passes = 0;
  const isActive = (mutant: number): boolean => mutant === active;
  const passLoop = (): void => {
    passes += 1;
    if (passes > 1_000) throw new Error('endless');
  };
  const script = stripTypeScriptTypes(`(function (__vouchMutant, __vouchLoop) {${code}})`);
  try {
    const run = runInThisContext(script) as (...functions: unknown[]) => unknown;
    return run(isActive, passLoop);
  } catch (error) {
    return (error as Error).name;
  }
}

describe('instrumented code', () => {
  const parsed = parse(source);
  const mutants = findMutants(parsed);
  const code = instrument(parsed, mutants, 100);

  test('does the same as the source while no mutant is active', () => {
    expect(evaluate(code)).toEqual([5, -56, 'nobody', 'Dr\nAbe']);
    expect(evaluate(code)).toEqual(evaluate(source));
  });

  test('keeps the lines of the source', () => {
    const lines = code.split('\n');
    expect(lines).toHaveLength(source.split('\n').length);
    expect(lines[8]).toContain('result = ');
  });

  test.each(mutants.map((mutant, index) => [mutant.change, mutant, 100 + index] as const))(
    'does the same as the changed source with %s',
    (_change, { edits }, id) => {
      const changed = edits.reduceRight(
        (text, { start, end, text: replacement, place }) =>
          `${text.slice(0, start)}${place === 'block' ? '{}' : replacement || ';'}${text.slice(end)}`,
        source,
      );
      const guarded = instrument(parse(changed), [], 0);
      expect(evaluate(code, id)).toEqual(evaluate(guarded));
    },
  );
});
