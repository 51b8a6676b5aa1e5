import type { Usage, Use } from '@vouch/testing/usage';
import { expect, test } from 'vitest';
import { undeclaredInputs } from './undeclared-inputs.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

const hashed = {
  'shop:libs/shop/**/*': '1',
  'workspace:[{workspaceRoot}/data/**/*]': '2',
  'env:TZ': '3',
  'npm:pg': '4',
};
const workspace: WorkspaceFiles = {
  ownerOf: (file) => (file.startsWith('libs/shop/') ? 'shop' : undefined),
  isIgnored: (file) => file.endsWith('.env'),
  exists: (file) => file === 'libs/shop/.env',
};

function usage(parts: Partial<Usage>): Usage {
  return { files: {}, variables: {}, packages: [], ...parts };
}

const by = 'libs/shop/a.spec.ts:3';
const read: Use = { how: 'read', by };

const namesOf = (parts: Partial<Usage>) =>
  undeclaredInputs(hashed, [usage(parts)], workspace).map(({ kind, name }) => `${kind} ${name}`);

test('names inputs that the key lacks, with the place of use', () => {
  const variables = { TZ: read, PRICE: read };
  expect(
    undeclaredInputs(
      hashed,
      [usage({ files: { 'prices.json': read }, variables, packages: ['pg', 'ws'] })],
      workspace,
    ),
  ).toEqual([
    { kind: 'file', name: 'prices.json', by },
    { kind: 'variable', name: 'PRICE', by },
    { kind: 'package', name: 'ws' },
  ]);
});

test.each([
  ['libs/shop/a.ts', []],
  ['libs/shop/', []],
  ['data/', []],
  ['data/**', []],
  ['./', ['file ./']],
  ['libs/', ['file libs/']],
  ['libs/**', ['file libs/**']],
])('the names in a folder are in the key of its files: %s', (name, left) => {
  expect(namesOf({ files: { [name]: { how: 'listed', by } } })).toEqual(left);
});

test('an ignored file is in no key, unless it is only looked for and absent', () => {
  expect(namesOf({ files: { 'libs/shop/.env': read } })).toEqual(['ignored file libs/shop/.env']);
  const looked: Use = { how: 'looked for', by };
  expect(namesOf({ files: { 'libs/shop/.env': looked, 'libs/.env': looked } })).toEqual([
    'ignored file libs/shop/.env',
  ]);
});

test('names an input of several files once', () => {
  const usages = [
    usage({ variables: { PRICE: read } }),
    usage({ variables: { PRICE: { how: 'read', by: 'b.spec.ts:1' } } }),
  ];
  expect(undeclaredInputs(hashed, usages, workspace)).toEqual([{ kind: 'variable', name: 'PRICE', by }]);
});
