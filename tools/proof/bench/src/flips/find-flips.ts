import type { BenchmarkOptions } from '../benchmark.ts';
import { seconds } from '../measure.ts';
import { type Outcomes, runShuffled } from './run-shuffled.ts';

/** Runs tests in many orders and lists those with different outcomes, with the seeds that reproduce them. */
export async function run({ runs, first, path = 'tools/' }: BenchmarkOptions): Promise<void> {
  const from = Number(first ?? 1);
  const seen = new Map<string, Map<string, number[]>>();
  for (let seed = from; seed < from + Number(runs ?? 50); seed += 1) {
    const start = performance.now();
    const outcomes = await runShuffled(path, seed);
    note(seen, outcomes, seed);
    console.log(`seed ${seed}: ${summaryOf(outcomes)}, ${seconds(performance.now() - start)}`);
  }
  const flips = [...seen].filter(([, bySeed]) => bySeed.size > 1);
  const failed = [...seen].filter(([, bySeed]) => bySeed.size === 1 && bySeed.has('failed'));
  for (const [test, bySeed] of flips) console.log(`\nflips: ${test}\n${describe(bySeed)}`);
  for (const [test] of failed) console.log(`\nalways fails: ${test}`);
  console.log(`\n${flips.length} of ${seen.size} tests flipped.`);
  if (flips.length + failed.length > 0) process.exitCode = 1;
}

function note(seen: Map<string, Map<string, number[]>>, outcomes: Outcomes, seed: number): void {
  for (const [test, outcome] of outcomes) {
    const bySeed = seen.get(test) ?? new Map<string, number[]>();
    seen.set(test, bySeed.set(outcome, [...(bySeed.get(outcome) ?? []), seed]));
  }
}

function summaryOf(outcomes: Outcomes): string {
  const counts = Map.groupBy(outcomes.values(), (outcome) => outcome);
  return [...counts].map(([outcome, all]) => `${all.length} ${outcome}`).join(', ');
}

function describe(bySeed: ReadonlyMap<string, readonly number[]>): string {
  return [...bySeed].map(([outcome, seeds]) => `  ${outcome}: seeds ${seeds.join(', ')}`).join('\n');
}
