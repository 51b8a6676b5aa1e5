import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CoverageMap } from '@vitest/istanbul-lib-coverage';
import { create, createContext } from '@vitest/istanbul-lib-report';
import { coverageSets } from './coverage-sets.ts';
import { foldersOf } from './coverage-folders.ts';
import { missedGates } from './coverage-gates.ts';
import { projectTable } from './project-table.ts';

/** Prints the table, writes the HTML pages and reports whether all gates hold. */
export async function report(root: string): Promise<boolean> {
  const folders = foldersOf(root);
  const sets = await coverageSets(root);
  write(folders.unit, sets.unit);
  write(folders.all, sets.all);
  rmSync(folders.raw, { recursive: true, force: true });
  const short = missedGates(sets, root);
  console.log(`\n${projectTable(sets, root)}\n`);
  console.log(`By line: ${join(folders.all, 'index.html')}, ${join(folders.unit, 'index.html')}`);
  if (short.length > 0)
    console.error(`\n${short.join('\n\n')}\n\nPrint the uncovered lines: npm run coverage -- --missing PATH`);
  return short.length === 0;
}

function write(dir: string, coverageMap: CoverageMap): void {
  rmSync(dir, { recursive: true, force: true });
  const context = createContext({ dir, coverageMap });
  create('html').execute(context);
  create('json', { file: 'coverage.json' }).execute(context);
}
