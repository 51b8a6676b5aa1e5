import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clone } from '../../../proof/trees/clone.ts';
import { vaultApp, vaultContract, vaultFixtures } from '../../../proof/trees/vault-component.ts';

const patient = { timeout: 120_000 };
const [app, specs] = ['libs/vault/app/src/index.ts', 'libs/vault/test/src/unit'];
let clone: Clone;

beforeAll(async () => {
  clone = new Clone();
  expect(await clone.run('nx', 'g', 'component', 'vault')).toMatchObject({ code: 0 });
  for (const path of ['libs/vault/contract/src/vault.ts', 'libs/vault/app/src/create-vault.ts', specs])
    rmSync(join(clone.path, path), { recursive: true });
  write('libs/vault/contract/src/index.ts', vaultContract);
  write(app, vaultApp);
  write('libs/vault/test/src/fixtures.ts', vaultFixtures);
  expect(await clone.run('nx', 'g', 'test-skeleton', 'vault')).toMatchObject({ code: 0 });
}, 60_000);
afterAll(() => {
  clone[Symbol.dispose]();
});

function write(path: string, text: string): void {
  writeFileSync(join(clone.path, path), text);
}

/** Returns the titles of failing tests with the promises of their suites. */
async function failing(): Promise<string[]> {
  await clone.run('vitest', 'run', specs, '--reporter=json', '--outputFile=results.json');
  const { testResults } = JSON.parse(readFileSync(join(clone.path, 'results.json'), 'utf8')) as {
    testResults: { assertionResults: { status: string; ancestorTitles: string[] }[] }[];
  };
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  expect(results.filter(({ status }) => status !== 'todo')).toHaveLength(6);
  return results
    .filter(({ status }) => status === 'failed')
    .map(({ ancestorTitles }) => ancestorTitles.join(' '))
    .toSorted();
}

test('generated tests pass type check and lint', patient, async () => {
  expect(await clone.typeErrors('libs/vault/test')).toEqual([]);
  expect(await clone.run('eslint', 'libs/vault/test', '--max-warnings', '0')).toEqual({
    code: 0,
    output: '',
  });
});

test.each([
  ['an app that keeps its contract fails no test', '', '', []],
  [
    'an app that finds notes of any tenant fails reading, creating and changing',
    'note?.owner !== organizationId',
    'organizationId === note?.id || !note',
    ['Vault.add tenancy', 'Vault.find tenancy', 'Vault.rename tenancy'],
  ],
  [
    'an app that lists all notes fails listing',
    'owner === organizationId',
    'owner !== `no ${organizationId}`',
    ['Vault.list tenancy'],
  ],
  [
    'an app that seals everything alike fails the law',
    'JSON.stringify(value,',
    "JSON.stringify('x',",
    ['Vault.seal invariants'],
  ],
])('%s fails', patient, async (_, before, after, expected) => {
  write(app, vaultApp.replace(before, after));
  expect(await failing()).toEqual(expected);
});

test('a generated property fails until a person writes its assertion', patient, async () => {
  write(app, vaultApp);
  const path = join(clone.path, specs, 'vault.spec.ts');
  const text = readFileSync(path, 'utf8');
  write(
    join(specs, 'vault.spec.ts'),
    text.replace(/test\.todo\(\n\s*'never seals/, (found) => found.replace('.todo', '')),
  );
  const { output } = await clone.run('vitest', 'run', specs);
  write(join(specs, 'vault.spec.ts'), text);
  expect(output).toContain('"Assert here: Never seals the same twice" not to be reached');
});
