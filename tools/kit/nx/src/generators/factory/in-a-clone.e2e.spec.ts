import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clone } from '../../../proof/trees/clone.ts';
import { tradeFiles } from '../../../proof/trees/trade-component.ts';

const patient = { timeout: 240_000 };
let clone: Clone;

beforeAll(() => {
  clone = new Clone();
});
afterAll(() => {
  clone[Symbol.dispose]();
});

test(
  'factories of all kinds of entities pass type check, lint, format check and their own tests on PostgreSQL',
  patient,
  async () => {
    expect(await clone.run('nx', 'g', 'component', 'trade')).toMatchObject({ code: 0 });
    rmSync(join(clone.path, 'libs/trade/test/src/unit'), { recursive: true });
    for (const [path, text] of Object.entries(tradeFiles)) writeFileSync(join(clone.path, path), text);
    const dry = await clone.run('nx', 'g', 'factory', 'trade', '--dry-run');
    expect(dry).toMatchObject({ code: 0, output: expect.stringContaining('+  missing   Order') as string });
    expect(await clone.run('nx', 'g', 'factory', 'trade', '--check')).toMatchObject({ code: 1 });
    expect(await clone.run('nx', 'g', 'factory', 'trade')).toMatchObject({ code: 0 });
    expect(await clone.run('nx', 'g', 'factory', 'all', '--check')).toMatchObject({ code: 0 });
    expect(await clone.typeErrors('libs/trade/test')).toEqual([]);
    const made = 'libs/trade/test/src/factories';
    expect(await clone.run('eslint', made, '--max-warnings', '0')).toEqual({ code: 0, output: '' });
    expect(await clone.run('prettier', '--check', made)).toMatchObject({ code: 0 });
    const run = await clone.run('vitest', 'run', 'libs/trade/test/src/integration');
    expect(run.code, run.output).toBe(0);
    expect(run.output).toMatch(/Tests\s+28 passed \(28\)/);
  },
);
