import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInScratch, ScratchWorkspace } from '@vouch/scratch';
import type { BenchmarkOptions } from '../benchmark.ts';
import { median, medianTimes, seconds, times } from '../measure.ts';
import { printTable } from '../print-table.ts';
import { addComponents } from './add-components.ts';

const root = join(import.meta.dirname, '../../../../..');
const vouch = join(root, 'tools/kit/nx/src/cli/main.ts');

/** Measures the promise board of workspaces whose tests have run, against the time in which Nx lists the projects. */
export async function run({ components = '50,500', runs = '3' }: BenchmarkOptions): Promise<void> {
  const rows: string[][] = [];
  for (const count of components.split(',').map(Number)) rows.push(await measure(count, Number(runs)));
  printTable(
    ['components', 'promises', 'nx show projects', 'board, cached', 'ratio', 'after one edit', 'first'],
    rows,
  );
}

async function measure(count: number, runs: number): Promise<string[]> {
  using workspace = new ScratchWorkspace();
  const promises = await addComponents(workspace, count);
  await expectGreen(workspace.nx(['run-many', '-t', 'unit', '--output-style=static']));
  const board = () =>
    expectGreen(runInScratch(process.execPath, [vouch, 'board'], { cwd: workspace.path, env: {} }));
  const [first = Number.NaN] = await medianTimes(1, [board]);
  const [projects = Number.NaN, cached = Number.NaN] = await medianTimes(runs, [
    () => expectGreen(workspace.nx(['show', 'projects'])),
    board,
  ]);
  const edited: number[] = [];
  for (let edit = 0; edit < runs; edit += 1) {
    editContract(workspace.path, edit);
    edited.push(...(await medianTimes(1, [board])));
  }
  return [
    ...[String(count), String(promises), seconds(projects), seconds(cached), times(cached, projects)],
    ...[seconds(median(edited)), seconds(first)],
  ];
}

function editContract(workspace: string, edit: number): void {
  const file = join(workspace, 'libs/part0/contract/src/index.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/or undefined.*/, `or undefined, edit ${edit}`));
}

async function expectGreen(running: ReturnType<ScratchWorkspace['nx']>): Promise<void> {
  const { code, output } = await running;
  if (code !== 0) throw new Error(`The run exits with ${code}. Expected 0.\n${output}`);
}
