import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import { inlineModules } from './inline-modules.ts';

test('modules run in the order of their imports, each with its own names', () => {
  const entry = write({
    'main.ts': `import { double as twice, type Amount } from './double.ts';
import { base } from './base.ts';
const factor: Amount = 1;
globalThis.result = twice(base) * factor;\n`,
    'double.ts': `import { base } from './base.ts';
export type Amount = number;
const factor = 2;
export function double(value: Amount): Amount {
  return value * factor + base - base;
}\n`,
    'base.ts': 'globalThis.loads = (globalThis.loads ?? 0) + 1;\nexport const base = 21;\n',
  });
  expect(run(inlineModules(entry))).toMatchObject({ result: 42, loads: 1 });
});

test('compiled modules are inlined as they are', () => {
  const entry = write({
    'main.js': `import { base } from './base.js';\nglobalThis.result = base;\n//# sourceMappingURL=main.js.map\n`,
    'base.js': 'export const base = 21;\n',
  });
  const script = inlineModules(entry);
  expect(run(script)).toMatchObject({ result: 21 });
  expect(script).not.toContain('sourceMappingURL');
});

test('Node’s warning about its type stripping is not printed', async () => {
  const warnings: Error[] = [];
  const listener = (warning: Error) => void warnings.push(warning);
  process.on('warning', listener);
  onTestFinished(() => void process.off('warning', listener));
  inlineModules(write({ 'main.ts': 'const value: number = 1;\n' }));
  await new Promise(setImmediate);
  expect(warnings).toEqual([]);
});

/** Returns the URL of the first file. */
function write(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'vouch-inline-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return pathToFileURL(join(folder, Object.keys(files)[0] ?? ''));
}

function run(script: string): object {
  const context = {};
  runInNewContext(script, context);
  return context;
}
