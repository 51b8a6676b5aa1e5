import { join } from 'node:path';
import { runProgram, ScratchWorkspace } from '@vouch/scratch';
import type { BenchmarkOptions } from '../benchmark.ts';
import { expectGreen } from '../expect-green.ts';
import { medianTime, seconds, times } from '../measure.ts';
import { printTable } from '../print-table.ts';

const files = 200;
const tests = 7_193;

/** Many small unit tests in many files: Vitest as it comes against the level `unit`. */
export async function run({ runs = '3' }: BenchmarkOptions): Promise<void> {
  using workspace = new ScratchWorkspace().library('many', manyFiles());
  const vitest = join(workspace.path, 'node_modules/.bin/vitest');
  workspace.write('default.config.ts', `export default { test: { include: ['libs/**/*.spec.ts'] } };\n`);
  const measure = (config: string) =>
    medianTime(Number(runs), async () => {
      const args = ['run', '--config', config, '--reporter=dot'];
      expectGreen(await runProgram(vitest, args, { cwd: workspace.path, env: {} }));
    });
  const byDefault = await measure('default.config.ts');
  const ours = await measure('vitest.config.ts');
  console.log(`\n${tests.toLocaleString('en')} unit tests in ${files} files, medians.\n`);
  printTable(
    ['', 'Vitest’s default', 'ours', 'ratio'],
    [['unit', seconds(byDefault), seconds(ours), times(byDefault, ours)]],
  );
}

function manyFiles(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: files }, (_, index) => {
      const here = Math.floor(((index + 1) * tests) / files) - Math.floor((index * tests) / files);
      const body = Array.from(
        { length: here },
        (_unused, test) => `test('adds ${test}', () => { expect(${test} + 1).toBe(${test + 1}); });`,
      );
      return [`src/many-${index}.spec.ts`, `import { expect, test } from 'vitest';\n${body.join('\n')}\n`];
    }),
  );
}
