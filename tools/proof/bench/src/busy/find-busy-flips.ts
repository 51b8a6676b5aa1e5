import { join } from 'node:path';
import { runInScratch } from '@vouch/scratch';
import type { BenchmarkOptions } from '../benchmark.ts';
import { seconds } from '../measure.ts';
import { busyLoops } from './busy-loops.ts';
import { failuresIn } from './failures-in.ts';
import { type Command, halfACore } from './half-a-core.ts';

const root = join(import.meta.dirname, '../../../../..');
const nx = join(root, 'node_modules/.bin/nx');
const loops = 6;

/** Runs the tests on a busy machine repeatedly: each must pass as on an idle one. */
export async function run({ runs, reduced = false, projects: named }: BenchmarkOptions): Promise<void> {
  const rounds = Number(runs ?? (reduced ? 5 : 10));
  // The tools' own suite is most of the work and least like a clone.
  const projects = named ?? (reduced ? 'tag:type:test,tag:type:e2e' : undefined);
  {
    using _busy = busyLoops(loops);
    await repeat(rounds, `test, beside ${loops} busy loops`, commandFor('test', projects));
  }
  await using limit = halfACore();
  await repeat(rounds, `integration, on ${limit.name}`, limit.wrap(commandFor('integration', projects)));
}

function commandFor(target: string, projects: string | undefined): Command {
  const chosen = projects === undefined ? [] : [`--projects=${projects}`];
  return [nx, 'run-many', '-t', target, '--skip-nx-cache', '--output-style=static', ...chosen];
}

async function repeat(rounds: number, title: string, [program, ...args]: Command): Promise<void> {
  let green = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const start = performance.now();
    const failures = failuresIn(await runInScratch(program, args, { cwd: root, env: {} }));
    const time = seconds(performance.now() - start);
    console.log(`${title}: ${round} of ${rounds}: ${failures.length === 0 ? 'green' : 'RED'}, ${time}`);
    for (const { test, message } of failures)
      console.log(`  ${test}\n    ${message.replaceAll('\n', '\n    ')}`);
    green += failures.length === 0 ? 1 : 0;
  }
  console.log(`\n${title}: ${green} of ${rounds} green.\n`);
  if (green < rounds) process.exitCode = 1;
}
