import { median } from '../measure.ts';
import { printTable } from '../print-table.ts';
import type { Template } from '@vouch/testing/servers';
import { openIsolations } from './isolations.ts';

const goal = 0.3;

/** Measures the cost of a test with each isolation in turn, so that noise affects all alike. */
export async function compareIsolations(template: Template, rounds: number): Promise<void> {
  await using isolations = await openIsolations(template);
  const times = new Map(isolations.all.map(({ name }) => [name, [] as number[]]));
  for (let round = -1; round < rounds; round += 1) {
    for (const { name, perRound, test } of isolations.all) {
      for (let run = 0; run < perRound; run += 1) {
        const start = performance.now();
        await test();
        if (round >= 0) times.get(name)?.push(performance.now() - start);
      }
    }
  }
  report(new Map([...times].map(([name, measured]) => [name, median(measured)])));
}

function report(medians: ReadonlyMap<string, number>): void {
  const none = medians.get('none') ?? Number.NaN;
  const rows = [...medians].map(([name, time]) => [
    name,
    time.toFixed(2),
    name === 'none' ? '' : (time - none).toFixed(2),
  ]);
  printTable(['isolation', 'ms per test', 'over none'], rows);
  const cost = (medians.get('the sandbox') ?? Number.NaN) - none;
  console.log(
    `\nThe sandbox costs ${cost.toFixed(2)} ms; the goal is less than ${goal} ms: ${cost < goal ? 'met' : 'MISSED'}.\n`,
  );
}
