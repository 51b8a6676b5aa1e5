import { readContracts } from '@vouch/nx/contract-model';
import type { BenchmarkOptions } from '../benchmark.ts';
import { medianTime, seconds } from '../measure.ts';
import { printTable } from '../print-table.ts';
import { manyContracts } from './many-contracts.ts';

/** Measures the first step of generators and checks: reading the model of all contracts from their sources. */
export async function run({ runs = '5' }: BenchmarkOptions): Promise<void> {
  const sources = manyContracts(20);
  const start = performance.now();
  const { components } = await readContracts(sources);
  const first = performance.now() - start;
  const again = await medianTime(Number(runs), async () => void (await readContracts(sources)));
  const found = components.flatMap(({ contracts }) => contracts).length;
  printTable(['contracts', 'first', 'again'], [[String(found), seconds(first), seconds(again)]]);
}
