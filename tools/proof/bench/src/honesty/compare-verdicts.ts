import { randomFrom } from '@vouch/scratch';
import type { BenchmarkOptions } from '../benchmark.ts';
import { seconds } from '../measure.ts';
import { ChangingWorkspace } from './changing-workspace.ts';
import { randomEdit } from './edits.ts';
import type { Verdicts } from './verdicts.ts';

/**
 * Changes a workspace at random, runs its tests with and without the cache, and compares: cached outcomes must equal
 * real ones.
 */
export async function run({ edits = '500', seed = '1' }: BenchmarkOptions): Promise<void> {
  using workspace = new ChangingWorkspace();
  const random = randomFrom(Number(seed));
  const start = performance.now();
  const counts = { cached: 0, failed: 0, wrong: 0 };
  for (let count = 1; count <= Number(edits); count += 1) {
    const edit = randomEdit(random);
    edit.apply(workspace);
    const cached = await workspace.withCache();
    const fresh = await workspace.withoutCache();
    counts.cached += cached.cached.length;
    counts.failed += fresh.failed.length;
    const problems = [...differences(cached, fresh), ...unnamed(cached)];
    counts.wrong += problems.length;
    for (const problem of problems)
      console.log(`✗ edit ${count} of seed ${seed} (${edit.description}): ${problem}`);
    if (count % 10 === 0) console.log(` … ${count} of ${edits} edits, ${seconds(performance.now() - start)}`);
  }
  console.log(
    `\n${edits} edits: ${counts.cached} results from the cache, ${counts.failed} failures of runs without it, ${counts.wrong} wrong.`,
  );
  if (counts.wrong > 0) process.exitCode = 1;
}

function differences(cached: Verdicts, fresh: Verdicts): string[] {
  const hidden = fresh.failed.filter((task) => !cached.failed.includes(task));
  const invented = cached.failed.filter((task) => !fresh.failed.includes(task));
  return [
    ...hidden.map((task) => `${task} passes with the cache and fails without`),
    ...invented.map((task) => `${task} fails with the cache and passes without`),
  ];
}

/** A task with undeclared inputs must report them whenever it passes, and must not be cached. */
function unnamed({ failed, cached, output }: Verdicts): string[] {
  const careless = [...output.matchAll(/^> nx run (@demo\/\S+-undeclared:unit)/gm)].map(
    ([, task = '']) => task,
  );
  return [...new Set(careless)]
    .filter((task) => !failed.includes(task))
    .filter(
      (task) =>
        cached.includes(task) ||
        !output.includes(`on inputs that ${task.replace(':unit', '')} does not declare`),
    )
    .map((task) => `${task} does not report its undeclared inputs`);
}
