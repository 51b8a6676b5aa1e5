import { expect, test } from 'vitest';
import { globFolder } from './glob-folder.ts';

test.each([
  ['*.ts', '.', false],
  ['src/*.ts', 'src', false],
  ['src/**/*.ts', 'src', true],
  ['src/**', 'src', true],
  ['libs/*/package.json', 'libs', true],
  ['src/{a,b}/c.ts', 'src', true],
  ['src/[ab].ts', 'src', false],
  ['/w/src/*.ts', '/w/src', false],
  ['/*', '/', false],
  ['src/a.ts', 'src', false],
])('%s searches %s', (pattern, folder, deep) => {
  expect(globFolder(pattern)).toEqual({ folder, deep });
});
