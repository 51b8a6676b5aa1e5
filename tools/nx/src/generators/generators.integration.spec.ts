import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Clone } from './fixtures/clone.ts';

const patient = { timeout: 120_000 };

test(
  'a new component is linked, and passes the type check, lint and format check as it is',
  patient,
  async () => {
    using clone = new Clone();
    expect(await clone.run('nx', 'g', 'component', 'demo', '--dry-run')).toMatchObject({ code: 0 });
    expect(readdirSync(join(clone.path, 'libs'))).toEqual([]);

    expect(await clone.run('nx', 'g', 'component', 'demo')).toMatchObject({ code: 0 });
    expect(await clone.run('nx', 'g', 'contract', 'demo', 'tax-rate')).toMatchObject({ code: 0 });
    expect(existsSync(join(clone.path, 'node_modules/@acme/demo-test/src/index.ts'))).toBe(true);
    expect(await clone.typecheck('libs/demo/test')).toEqual({ code: 0, output: '' });
    expect(await clone.run('eslint', 'libs', '--max-warnings', '0')).toEqual({ code: 0, output: '' });
    expect(await clone.run('prettier', '--check', 'libs', 'package-lock.json')).toMatchObject({ code: 0 });
  },
);

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
