import { availableParallelism } from 'node:os';
import type { BenchmarkOptions } from '../benchmark.ts';
import { expectGreen } from '../expect-green.ts';
import { medianTime, seconds, times } from '../measure.ts';
import { printTable } from '../print-table.ts';
import { makeLibraries } from './make-libraries.ts';

/**
 * Measures `nx run-many` over N libraries of five unit tests: a `vitest run` per project against one Vitest for all.
 */
export async function run({ libraries = '50,200', runs = '3' }: BenchmarkOptions): Promise<void> {
  const rows: string[][] = [];
  for (const count of libraries.split(',').map(Number)) rows.push(...(await compare(count, Number(runs))));
  console.log(
    `\nFive unit tests per library, ${availableParallelism()} cores, medians, Nx without its daemon.\n`,
  );
  printTable(['libraries', '', 'stock', 'ours', 'ratio'], rows);
}

async function compare(count: number, runs: number): Promise<string[][]> {
  using workspace = makeLibraries(count);
  const measure = async (target: string, how: readonly string[], times_ = runs) => {
    console.log(`${count} libraries, ${target}, ${how.length > 0 ? 'cold' : 'cached'} …`);
    return medianTime(times_, async () => {
      expectGreen(await workspace.nx(['run-many', '-t', target, '--output-style=static', ...how]));
    });
  };
  const cold = ['--skip-nx-cache'];
  const stock = await measure('stock', cold, count > 100 ? 1 : runs);
  const ours = await measure('unit', cold);
  await measure('stock', [], 1);
  await measure('unit', [], 1);
  const stockCached = await measure('stock', []);
  const oursCached = await measure('unit', []);
  return [
    [String(count), 'cold', seconds(stock), seconds(ours), times(stock, ours)],
    [String(count), 'cached', seconds(stockCached), seconds(oursCached), times(stockCached, oursCached)],
  ];
}
