import { type StartTime, startTimes } from '@vouch/testing/proof/start-times';
import type { BenchmarkOptions } from '../benchmark.ts';
import { median } from '../measure.ts';
import { printTable } from '../print-table.ts';

/** From asking for a test server to the answer to the first query, on each available source. */
export async function run({ runs = '5' }: BenchmarkOptions): Promise<void> {
  const times = await Array.fromAsync(startTimes({ rounds: Number(runs) }));
  const rows = [...Map.groupBy(times, ({ source }) => source)].map(([source, ofSource]) => [
    source,
    ...(['first', 'warm', 'joined'] as const).map((kind) => middle(ofSource, kind)),
  ]);
  printTable(['server', 'first ever', 'started', 'joined'], rows);
}

function middle(times: readonly StartTime[], wanted: StartTime['kind']): string {
  const values = times.filter(({ kind }) => kind === wanted).map(({ ms }) => ms);
  return `${median(values).toFixed(0)} ms`;
}
