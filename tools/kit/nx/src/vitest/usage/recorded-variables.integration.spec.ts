import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RecordedFile, recordScratch } from '../../../proof/usage/record-scratch.ts';
import { variableCases } from '../../../proof/usage/variable-cases.ts';

const head = [
  `import { execFileSync } from 'node:child_process';`,
  `import { createRequire } from 'node:module';`,
  `import importedProcess, { env } from 'node:process';`,
  `import { inspect } from 'node:util';`,
  `import settings from 'settings-of-others';`,
  `import { beforeEach, expect, test, vi } from 'vitest';`,
  ``,
].join('\n');

const settings = `
  module.exports = { atLoad: process.env.IN_PACKAGE_AT_LOAD, read: (name) => process.env[name] };`;

let recorded: Readonly<Record<string, RecordedFile>>;
const workspace = new ScratchWorkspace();

beforeAll(async () => {
  const specs = Object.entries(variableCases).map(([name, [source]]): [string, string] => [
    specOf(name),
    (head + source).replaceAll('NAME', name),
  ]);
  workspace.library('demo', Object.fromEntries(specs));
  const folder = join(workspace.path, 'node_modules/settings-of-others');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.js'), settings);
  const given = Object.keys(variableCases).filter((name) => name.startsWith('SET'));
  recorded = await recordScratch(workspace, Object.fromEntries(given.map((name) => [name, 'given'])));
}, 60_000);

afterAll(() => workspace[Symbol.dispose]());

test.each(Object.entries(variableCases))('%s', (name, [source, uses]) => {
  const spec = `libs/demo/${specOf(name)}`;
  const line = (head + source).split('\n').findIndex((text) => text.includes('HERE')) + 1;
  const expected = Object.values(uses).map((how) => [name, { how, by: `${spec}:${line}` }]);
  const { problem, usage } = recorded[spec]!;
  expect(problem).toBe('');
  expect(usage.variables).toEqual(Object.fromEntries(expected));
  expect(usage.packages).toEqual(
    source.includes('settings.') ? ['settings-of-others', 'vitest'] : ['vitest'],
  );
});

function specOf(name: string): string {
  return `src/${name}.spec.ts`;
}
