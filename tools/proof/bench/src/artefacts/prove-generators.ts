import { proveArtefacts } from '@vouch/nx/proof/artefacts';
import type { BenchmarkOptions } from '../benchmark.ts';
import { printTable } from '../print-table.ts';

/** Generates thousands of files from random contracts and runs all tools on them. */
export async function run({ components = '150', seed = '1' }: BenchmarkOptions): Promise<void> {
  const started = Date.now();
  const report = (what: string) => {
    console.log(`${String(Math.round((Date.now() - started) / 1000)).padStart(4)} s  ${what}`);
  };
  const proof = await proveArtefacts({ components: Number(components), seed: Number(seed), report });
  report(`${proof.artefacts} generated files of ${proof.components} components; tests: ${proof.tests}\n`);
  const problems = Object.entries(proof.problems);
  printTable(
    ['', 'problems'],
    problems.map(([tool, found]) => [tool, String(found.length)]),
  );
  for (const problem of problems.flatMap(([, found]) => found)) console.error(problem);
  if (problems.some(([, found]) => found.length > 0)) process.exitCode = 1;
}
