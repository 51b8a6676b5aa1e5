import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clone } from '../../proof/trees/clone.ts';
import { manyDependencies, manyExports } from '../../proof/trees/many-dependencies.ts';

const patient = { timeout: 240_000 };

let clone: Clone;

beforeAll(() => {
  clone = new Clone();
  for (const args of ['init -q', 'add .gitignore', 'commit -q -m start']) git(...args.split(' '));
});
afterAll(() => {
  clone[Symbol.dispose]();
});

function git(...args: readonly string[]): void {
  const name = ['-c', 'user.name=Clone', '-c', 'user.email=clone@example.test'];
  execFileSync('git', [...name, ...args], { cwd: clone.path });
}

function read(path: string): string {
  return readFileSync(join(clone.path, path), 'utf8');
}

test(
  'generated code is linked and passes its tests, type check, lint and format check',
  patient,
  async () => {
    const before = readdirSync(join(clone.path, 'libs'));
    expect(await clone.run('nx', 'g', 'component', 'demo', '--dry-run')).toMatchObject({ code: 0 });
    expect(readdirSync(join(clone.path, 'libs'))).toEqual(before);

    expect(await clone.run('nx', 'g', 'component', 'demo')).toMatchObject({ code: 0 });
    expect(await clone.run('nx', 'g', 'component', 'proof')).toMatchObject({ code: 0 });
    expect(existsSync(join(clone.path, 'node_modules/@acme/demo-test/src/index.ts'))).toBe(true);
    rmSync(join(clone.path, 'libs/proof/test/src/unit'), { recursive: true });
    expect(await clone.run('nx', 'g', 'test-skeleton', 'proof', '--level=contract')).toMatchObject({
      code: 0,
    });
    for (const [path, text] of Object.entries(manyDependencies)) writeFileSync(join(clone.path, path), text);
    for (const [path, text] of Object.entries(manyExports)) appendFileSync(join(clone.path, path), text);
    expect(await clone.run('nx', 'g', 'fixtures', 'demo')).toMatchObject({ code: 0 });
    expect(await clone.run('nx', 'g', 'contract', 'demo', 'tax-rate')).toMatchObject({ code: 0 });
    expect(await clone.run('nx', 'g', 'test-skeleton', 'demo')).toMatchObject({ code: 0 });

    expect(await clone.typeErrors('libs/demo/test')).toEqual([]);
    expect(await clone.typeErrors('libs/proof/test')).toEqual([]);
    expect(await clone.run('eslint', 'libs/demo/test', 'libs/proof', '--max-warnings', '0')).toEqual({
      code: 0,
      output: '',
    });
    expect(
      await clone.run('prettier', '--check', 'libs/demo/test', 'libs/proof', 'package-lock.json'),
    ).toMatchObject({ code: 0 });
    const run = await clone.run('vitest', 'run', 'libs/demo', 'libs/proof');
    expect(run).toMatchObject({ code: 0, output: expect.stringMatching(/43 passed \| \d+ todo/) as string });
  },
);

test('a wrong type in a library is found, and a removed component leaves no trace', patient, async () => {
  const path = 'libs/wrong/contract';
  expect(await clone.run('nx', 'g', 'component', 'wrong')).toMatchObject({ code: 0 });
  appendFileSync(join(clone.path, path, 'src/index.ts'), "export const wrong: number = '';\n");
  expect(await clone.typeErrors(path)).toEqual([expect.stringContaining('libs/wrong/contract/src/index.ts')]);
  expect(await clone.run('nx', 'g', 'remove-component', 'wrong')).toMatchObject({ code: 0 });
  expect(existsSync(join(clone.path, path))).toBe(false);
  expect(lstatSync(join(clone.path, 'node_modules/@acme/wrong'), { throwIfNoEntry: false })).toBeUndefined();
  expect(read('tsconfig.json') + read('package-lock.json')).not.toMatch(/libs.wrong|@acme.wrong/);
});

test.each(['../evil', 'a\nb'])(
  'the bad name %j is reported, exits with 1 and leaves no trace',
  patient,
  async (name) => {
    const before = readdirSync(join(clone.path, 'libs'));
    const { code, output } = await clone.run('nx', 'g', 'component', `--name=${name}`);
    expect(code).toBe(1);
    expect(output).toContain('The component cannot be called');
    expect(readdirSync(join(clone.path, 'libs'))).toEqual(before);
    expect(existsSync(join(clone.path, '../evil'))).toBe(false);
  },
);

test('uncommitted changes are not overwritten', patient, async () => {
  expect(await clone.run('nx', 'g', 'component', 'dirty')).toMatchObject({ code: 0 });
  git('add', 'libs/dirty');
  git('commit', '-q', '-m', 'dirty');
  const [contract, tests] = ['libs/dirty/contract/src/dirty.ts', 'libs/dirty/test/src/unit/dirty.spec.ts'];
  writeFileSync(join(clone.path, contract), read(contract).replace('creates two entries', 'makes two'));
  writeFileSync(join(clone.path, tests), read(tests).replace('resolves with the entry', 'returns the entry'));
  const before = read(tests);
  const refused = await clone.run('nx', 'g', 'test-skeleton', 'dirty');
  expect(refused).toMatchObject({
    code: 1,
    output: expect.stringContaining(`uncommitted changes: ${tests}`) as string,
  });
  expect(read(tests)).toBe(before);
  expect(await clone.run('nx', 'g', 'test-skeleton', 'dirty', '--allowDirty')).toMatchObject({ code: 0 });
  expect(read(tests)).toContain("makes two'");
});
