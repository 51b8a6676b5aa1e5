import { join } from 'node:path';
import { runInScratch, ScratchWorkspace } from '@vouch/scratch';
import type { BenchmarkOptions } from '../benchmark.ts';
import { expectGreen } from '../expect-green.ts';
import { medianTimes, seconds, times } from '../measure.ts';
import { printTable } from '../print-table.ts';
import { findPytest } from '../pytest.ts';
import { pytestFiles, tests, vitestFiles } from './many-files.ts';

/** Measures many small unit tests in many files: the level `unit` against Vitest's defaults and pytest. */
export async function run({ runs = '3' }: BenchmarkOptions): Promise<void> {
  using workspace = new ScratchWorkspace().library('many', vitestFiles);
  const vitest = join(workspace.path, 'node_modules/.bin/vitest');
  workspace.write('default.config.ts', `export default { test: { include: ['libs/**/*.spec.ts'] } };\n`);
  const runBy = (config: string) => async () => {
    const args = ['run', '--config', config, '--reporter=dot'];
    expectGreen(await runInScratch(vitest, args, { cwd: workspace.path, env: {} }));
  };
  const [ours = 0, byDefault = 0, pytest] = await medianTimes(Number(runs), [
    runBy('vitest.config.ts'),
    runBy('default.config.ts'),
    ...(await preparePytest(workspace)),
  ]);
  const row = (name: string, time: number) => [name, seconds(time), times(time, ours)];
  console.log(
    `\n${tests.toLocaleString('en')} unit tests in ${Object.keys(vitestFiles).length} files, medians.\n`,
  );
  printTable(
    ['with', 'time', 'ours is faster by'],
    [
      row('Vitest’s default', byDefault),
      ...(pytest === undefined ? [] : [row('pytest', pytest)]),
      ['ours', seconds(ours), ''],
    ],
  );
}

async function preparePytest(workspace: ScratchWorkspace): Promise<(() => Promise<void>)[]> {
  const pytest = await findPytest();
  if (pytest === undefined) return [];
  console.log(pytest.version);
  for (const [file, body] of Object.entries(pytestFiles)) workspace.write(`python/${file}`, body);
  return [() => pytest.run(join(workspace.path, 'python'), {})];
}
