import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CoverageMap, createCoverageMap } from '@vitest/istanbul-lib-coverage';
import type { CountedScript, CountsFile } from '../collect/counted-script.ts';
import { MergedScripts } from '../collect/merged-scripts.ts';
import { countSource } from './count-source.ts';
import { ranInNode } from './ran-in-node.ts';
import { readSource, type SourceFile } from './source-file.ts';
import { WorkspaceFiles } from './workspace-files.ts';

/** A workspace with its measured files. */
export interface Measured {
  readonly root: string;
  readonly files: readonly string[];
}

/** Reads the counts of all Vitests of a run, by level. A level contains all files, including those that never ran. */
export async function readCoverage(
  folder: string,
  { root, files }: Measured,
): Promise<ReadonlyMap<string, CoverageMap>> {
  const known = new WorkspaceFiles(root, files);
  const scriptsByLevel = await readScripts(folder, known);
  const maps = [...scriptsByLevel].map(async ([level, scripts]) => {
    const byFile = Map.groupBy(scripts.all(), ({ url }) => known.find(url));
    return [level, await mapOf(files, byFile)] as const;
  });
  return new Map(await Promise.all(maps));
}

async function readScripts(folder: string, known: WorkspaceFiles): Promise<Map<string, MergedScripts>> {
  const byLevel = new Map<string, MergedScripts>();
  for (const name of globSync('vitest-*.json', { cwd: folder })) {
    const { level, result } = JSON.parse(await readFile(join(folder, name), 'utf8')) as CountsFile;
    const scripts = byLevel.get(level) ?? new MergedScripts();
    byLevel.set(level, scripts);
    for (const script of result) if (known.find(script.url) !== undefined) scripts.add(script);
  }
  return byLevel;
}

async function mapOf(
  files: readonly string[],
  byFile: ReadonlyMap<string | undefined, readonly CountedScript[]>,
): Promise<CoverageMap> {
  const map = createCoverageMap();
  for (const file of files) {
    const source = await readSource(file);
    map.addFileCoverage(await countSource(source));
    for (const script of byFile.get(file) ?? [])
      if (isOf(source, script)) map.addFileCoverage(await countSource(source, script));
  }
  return map;
}

/** Accepts Vite's form only for the file itself: a copy might have been changed. */
function isOf(source: SourceFile, script: CountedScript): boolean {
  return script.code === undefined ? ranInNode(script, source) : script.url === source.url;
}
