import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Clone } from './fixtures/clone.ts';

const patient = { timeout: 120_000 };

test(
  'a new component is linked, and passes its tests, type check, lint and format check as it is',
  patient,
  async () => {
    using clone = new Clone();
    expect(await clone.run('nx', 'g', 'component', 'demo', '--dry-run')).toMatchObject({ code: 0 });
    expect(readdirSync(join(clone.path, 'libs'))).toEqual([]);

    expect(await clone.run('nx', 'g', 'component', 'demo')).toMatchObject({ code: 0 });
    expect(await clone.run('nx', 'g', 'contract', 'demo', 'tax-rate')).toMatchObject({ code: 0 });
    expect(existsSync(join(clone.path, 'node_modules/@acme/demo-test/src/index.ts'))).toBe(true);
    const again = await clone.run('nx', 'g', 'test-skeleton', 'demo', '--check');
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('0 to add') as string });
    expect(await clone.typeErrors('libs/demo/test')).toEqual([]);
    expect(await clone.run('eslint', 'libs', '--max-warnings', '0')).toEqual({ code: 0, output: '' });
    expect(await clone.run('prettier', '--check', 'libs', 'package-lock.json')).toMatchObject({ code: 0 });
    const run = await clone.run('vitest', 'run', 'libs/demo');
    expect(run).toMatchObject({ code: 0, output: expect.stringMatching(/2 passed \| \d+ todo/) as string });
  },
);

test('a suite that takes its subject proves what the app makes, and is sound', patient, async () => {
  using clone = new Clone();
  await clone.run('nx', 'g', 'component', 'demo');
  rmSync(join(clone.path, 'libs/demo/test/src/unit'), { recursive: true });
  expect(await clone.run('nx', 'g', 'test-skeleton', 'demo', '--level=contract')).toMatchObject({ code: 0 });
  expect(await clone.typeErrors('libs/demo/test')).toEqual([]);
  expect(await clone.run('eslint', 'libs', '--max-warnings', '0')).toEqual({ code: 0, output: '' });
  const run = await clone.run('vitest', 'run', 'libs/demo');
  expect(run).toMatchObject({ code: 0, output: expect.stringMatching(/1 passed \| \d+ todo/) as string });
});

test('a bad name is told, ends with 1, and leaves no trace', patient, async () => {
  using clone = new Clone();
  for (const name of ['../evil', 'class', 'a\nb', '']) {
    const { code, output } = await clone.run('nx', 'g', 'component', `--name=${name}`);
    expect({ name, code }).toEqual({ name, code: 1 });
    expect(output).toContain('The component cannot be called');
  }
  expect(readdirSync(join(clone.path, 'libs'))).toEqual([]);
  expect(existsSync(join(clone.path, '../evil'))).toBe(false);
});

test('changes that are not committed are not written over', patient, async () => {
  using clone = new Clone();
  await clone.run('nx', 'g', 'component', 'demo');
  for (const args of [
    ['init', '-q'],
    ['add', 'libs'],
    ['commit', '-qm', 'demo'],
  ]) {
    const name = ['-c', 'user.name=Clone', '-c', 'user.email=clone@example.test'];
    execFileSync('git', [...name, ...args], { cwd: clone.path });
  }
  const tests = join(clone.path, 'libs/demo/test/src/unit/demo.spec.ts');
  appendFileSync(
    join(clone.path, 'libs/demo/contract/src/demo.ts'),
    '\n/** @returns it */\nexport declare const more: () => string;\n',
  );
  appendFileSync(join(clone.path, 'libs/demo/contract/src/index.ts'), "export { more } from './demo.ts';\n");
  writeFileSync(
    tests,
    readFileSync(tests, 'utf8')
      .replace('resolves with the entry', 'gives the entry')
      .replace(' * @returns', ''),
  );
  writeFileSync(
    join(clone.path, 'libs/demo/contract/src/demo.ts'),
    readFileSync(join(clone.path, 'libs/demo/contract/src/demo.ts'), 'utf8').replace(
      'makes two entries',
      'makes two',
    ),
  );
  const before = readFileSync(tests, 'utf8');
  const { code, output } = await clone.run('nx', 'g', 'test-skeleton', 'demo');
  expect({ code, output }).toMatchObject({
    code: 1,
    output: expect.stringContaining('not committed: libs/demo/test/src/unit/demo.spec.ts') as string,
  });
  expect(readFileSync(tests, 'utf8')).toBe(before);
  expect(await clone.run('nx', 'g', 'test-skeleton', 'demo', '--allowDirty')).toMatchObject({ code: 0 });
  expect(readFileSync(tests, 'utf8')).not.toBe(before);
});
