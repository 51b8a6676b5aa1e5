import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import type { Use } from '@vouch/testing/usage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programCases } from '../../../proof/usage/program-cases.ts';
import { programFiles } from '../../../proof/usage/program-files.ts';
import { type RecordedFile, recordScratch } from '../../../proof/usage/record-scratch.ts';

const head = [
  `import { exec, execFile, execFileSync, execSync, fork, spawn, spawnSync } from 'node:child_process';`,
  `import { existsSync, readFileSync, writeFileSync } from 'node:fs';`,
  `import { join } from 'node:path';`,
  `import { promisify } from 'node:util';`,
  `import { SHARE_ENV, Worker } from 'node:worker_threads';`,
  `import { expect, test, vi } from 'vitest';`,
  `const node = process.execPath;`,
  `const library = join(import.meta.dirname, '..');`,
  `const script = (name) => join(library, 'scripts', name);`,
  `const data = join(library, 'data/NAME.txt');`,
  `const ended = (child) => new Promise((done) => child.once('exit', done));`,
  ``,
].join('\n');

let recorded: Readonly<Record<string, RecordedFile>>;
const workspace = new ScratchWorkspace();
const temporary = mkdtempSync(join(tmpdir(), 'vouch-usage-'));

beforeAll(async () => {
  const names = Object.keys(programCases);
  const specs = Object.entries(programCases).map(([name, { source }]): [string, string] => [
    `src/${name}.spec.ts`,
    (head + source).replaceAll('NAME', name),
  ]);
  const data = names.map((name): [string, string] => [`data/${name}.txt`, '']);
  workspace.library('demo', { ...Object.fromEntries([...specs, ...data]), ...programFiles });
  recorded = await recordScratch(workspace, { SET_VARIABLE: 'given', TMPDIR: temporary });
}, 120_000);

afterAll(() => {
  workspace[Symbol.dispose]();
  rmSync(temporary, { recursive: true });
});

test.each(Object.entries(programCases))(
  '%s',
  (name, { source, files = {}, variables = {}, packages = [] }) => {
    const spec = `libs/demo/src/${name}.spec.ts`;
    const line = (head + source).split('\n').findIndex((text) => text.includes('HERE')) + 1;
    const shown = ({ how, by }: Use): Use => ({
      how,
      by: by === 'HERE' ? `${spec}:${line}` : `libs/demo/${by}`,
    });
    const expected = Object.entries(files).map(([path, use]) => [
      `libs/demo/${path.replace('NAME', name)}`,
      shown(use),
    ]);
    const { problem, usage } = recorded[spec]!;
    expect(problem).toBe('');
    expect(usage.files).toEqual({ [spec]: { how: 'imported', by: spec }, ...Object.fromEntries(expected) });
    expect(usage.variables).toEqual(
      Object.fromEntries(Object.entries(variables).map(([variable, use]) => [variable, shown(use)])),
    );
    expect(usage.packages).toEqual([...packages, 'vitest']);
  },
);
