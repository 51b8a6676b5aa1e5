import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CoverageMap, createCoverageMap } from '@vitest/istanbul-lib-coverage';
import type { CountsFile } from '../collect/counted-script.ts';
import { MergedScripts } from '../collect/merged-scripts.ts';
import { countSource } from './count-source.ts';
import { readSource } from './source-file.ts';

/** What every Vitest of a run counted in the given files, by level; a level has all files, also those that it never ran. */
export async function readCoverage(
  folder: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, CoverageMap>> {
  const scriptsByLevel = await readScripts(folder, new Set(files.map((file) => pathToFileURL(file).href)));
  const maps = [...scriptsByLevel].map(
    async ([level, scripts]) => [level, await mapOf(scripts, files)] as const,
  );
  return new Map(await Promise.all(maps));
}

async function readScripts(folder: string, urls: ReadonlySet<string>): Promise<Map<string, MergedScripts>> {
  const byLevel = new Map<string, MergedScripts>();
  for (const name of globSync('vitest-*.json', { cwd: folder })) {
    const { level, result } = JSON.parse(await readFile(join(folder, name), 'utf8')) as CountsFile;
    const scripts = byLevel.get(level) ?? new MergedScripts();
    byLevel.set(level, scripts);
    for (const script of result) if (urls.has(script.url)) scripts.add(script);
  }
  return byLevel;
}

async function mapOf(scripts: MergedScripts, files: readonly string[]): Promise<CoverageMap> {
  const map = createCoverageMap();
  const byUrl = Map.groupBy(scripts.all(), ({ url }) => url);
  for (const file of files) {
    const source = await readSource(file);
    map.addFileCoverage(await countSource(source));
    for (const script of byUrl.get(source.url) ?? []) map.addFileCoverage(await countSource(source, script));
  }
  return map;
}
