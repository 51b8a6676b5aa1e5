import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { coveredFiles } from './covered-files.ts';

test('packages leave out all of their files, or some', () => {
  const root = mkdtempSync(join(tmpdir(), 'vouch-covered-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (file: string, content: object = {}) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), JSON.stringify(content));
  };
  write('package.json', { workspaces: ['libs/*'] });
  write('libs/bench/package.json', { vouch: { coverage: false } });
  write('libs/pages/package.json', { vouch: { coverage: { ignoreFiles: ['src/client/**'] } } });
  for (const file of [
    'bench/src/a.ts',
    'pages/src/render.ts',
    'pages/src/render.spec.ts',
    'pages/src/client/main.ts',
  ])
    write(`libs/${file}`);
  expect(coveredFiles(root)).toEqual([join(root, 'libs/pages/src/render.ts')]);
});
