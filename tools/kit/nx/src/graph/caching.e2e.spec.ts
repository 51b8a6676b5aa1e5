import { ScratchWorkspace } from '@vouch/scratch';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const imports = (name: string) =>
  `import { test } from 'vitest'; import '${name}'; test('imports', () => {});`;

describe('the tasks that a change repeats', () => {
  const workspace = new ScratchWorkspace()
    .library('cache/contract', { 'src/index.ts': 'export const cache = 1;' })
    .library('mail/contract', { 'src/index.ts': 'export const mail = 1;' })
    .library('cache/app', { 'src/index.ts': `export * from '@demo/cache-contract';` }, [
      '@demo/cache-contract',
    ])
    .library('cache/test', testLibrary('@demo/cache-app'), ['@demo/cache-app', '@demo/cache-contract'])
    .library('mail/test', testLibrary('@demo/mail-contract'), ['@demo/mail-contract']);

  beforeAll(async () => {
    await workspace.git('init', '--initial-branch=main');
    await workspace.git('add', '--all');
    await workspace.git('commit', '--message=Begin');
  });

  // Each test begins with everything in the cache.
  beforeEach(async () => {
    expect(await workspace.nx(['run-many', '-t', 'test'])).toMatchObject({ code: 0 });
  });

  afterAll(() => workspace[Symbol.dispose]());

  test('none without a change', async () => {
    expect(await ran(workspace, ['run-many', '-t', 'test'])).toEqual([]);
  });

  test('a test of one level: that level and test', async () => {
    workspace.write(
      'libs/cache/test/src/integration/it.spec.ts',
      `${imports('@demo/cache-app')}\n// changed`,
    );
    expect(await ran(workspace, ['run-many', '-t', 'test'])).toEqual([
      '@demo/cache-test:integration',
      '@demo/cache-test:test',
    ]);
  });

  test('shared test code of a library: all of its levels', async () => {
    workspace.write('libs/cache/test/src/fixtures.ts', 'export const shared = 2;');
    expect(await ran(workspace, ['run-many', '-t', 'unit', 'integration'])).toEqual([
      '@demo/cache-test:integration',
      '@demo/cache-test:unit',
    ]);
  });

  test('a contract: its dependents only', async () => {
    await workspace.git('commit', '--all', '--allow-empty', '--message=State before the next test');
    workspace.write('libs/cache/contract/src/index.ts', 'export const cache = 2;');
    const dependents = ['@demo/cache-test:integration', '@demo/cache-test:unit'];
    expect(await ran(workspace, ['run-many', '-t', 'unit', 'integration'])).toEqual(dependents);
    const affected = await workspace.nx([
      'show',
      'projects',
      '--affected',
      '--uncommitted',
      '--with-target=test',
    ]);
    expect(affected.output.trim()).toBe('@demo/cache-test');
  });

  test('a variable of a level: that level', async () => {
    const again = await ran(workspace, ['run-many', '-t', 'unit', 'integration'], {
      TEST_POSTGRES_IMAGE: 'postgres:another',
    });
    expect(again).toEqual(['@demo/cache-test:integration', '@demo/mail-test:integration']);
  });
});

test('a level from nx.json has its own target, and its tests have its tag', { tags: ['slow'] }, async () => {
  using workspace = new ScratchWorkspace().library('mail', {
    'src/smoke/it.spec.ts': imports('node:path'),
  });
  const before = await workspace.nx(['show', 'project', '@demo/mail', '--json']);
  expect(before.output).not.toContain('"smoke"');
  const levels = { smoke: { timeout: 2_000, inTest: false } };
  workspace.editJson('nx.json', (nxJson) => ({
    ...nxJson,
    plugins: [{ plugin: '@vouch/nx', options: { levels } }],
  }));
  const { code, output } = await workspace.nx(['smoke', '@demo/mail', '--', '--tags-filter=smoke']);
  expect(output).toContain('1 passed');
  expect(code).toBe(0);
});

function testLibrary(dependency: string): Record<string, string> {
  return {
    'src/fixtures.ts': 'export const shared = 1;',
    'src/unit/one.spec.ts': imports(dependency),
    'src/integration/it.spec.ts': imports(dependency),
  };
}

/** Returns the tasks that a run did not take from the cache. */
async function ran(
  workspace: ScratchWorkspace,
  args: string[],
  env: Record<string, string> = {},
): Promise<string[]> {
  const { code, output } = await workspace.nx([...args, '--output-style=static'], env);
  expect(code, output).toBe(0);
  const headings = [...output.matchAll(/^> nx run (\S+)(?: {2}\[(.*)\])?$/gm)];
  return [
    ...new Set(headings.filter(([, , cached]) => cached === undefined).map(([, task]) => task ?? '')),
  ].toSorted();
}
