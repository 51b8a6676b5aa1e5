import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCache, writeCache } from './cache-file.ts';
import { kitVersion } from './kit-version.ts';

/** A test in the sources that names a promise. */
export interface SourceTest {
  readonly promise: string;
  readonly revision: string;
  readonly title: string;
  readonly line: number;
  readonly isPending: boolean;
}

export interface PlacedTest extends SourceTest {
  readonly file: string;
}

const testSources = [
  'libs/*/test/src/**/*.ts',
  '{libs/*/{contract,app},apps/*}/src/**/*.spec.ts',
  'apps/*/src/**/*.suite.ts',
];

/** Finds the tests that name a promise. Files that did not change come from a cache. */
export async function readTests(root: string): Promise<PlacedTest[]> {
  const cacheFile = join(root, '.vouch/board/tests.json');
  const cached = readCache<readonly SourceTest[]>(cacheFile);
  const version = kitVersion();
  const current: Record<string, readonly SourceTest[]> = {};
  const tests: PlacedTest[] = [];
  for (const file of globSync(testSources, { cwd: root }).toSorted()) {
    const text = readFileSync(join(root, file), 'utf8');
    if (!/\bpromise\b/.test(text)) continue;
    const key = createHash('sha256').update(`${version}${text}`).digest('hex');
    const found = cached[key] ?? (await findIn(file, text));
    current[key] = found;
    tests.push(...found.map((test) => ({ ...test, file })));
  }
  if (Object.keys(current).some((key) => !(key in cached))) writeCache(cacheFile, current);
  return tests;
}

async function findIn(file: string, text: string): Promise<SourceTest[]> {
  const { findTests } = await import('../../promise-tests/find-tests.ts');
  return findTests(file, text).map(({ promise, revision, title, start, isPending }) => ({
    ...{ promise, revision, title, isPending },
    line: text.slice(0, start).split('\n').length,
  }));
}
