import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const program = `
  const { acquireServer } = await import(${JSON.stringify(new URL('./acquire-server.ts', import.meta.url).href)});
  const server = await acquireServer();
  let built = 0;
  const build = async () => { built += 1; await new Promise((done) => setTimeout(done, 700)); };
  const template = await server.template({ key: 'many', build });
  const database = await template.clone();
  console.log(JSON.stringify({ url: server.url, built, template: template.name, database: database.name }));
  process.stdin.resume().on('end', () => server.release());`;

interface Printed {
  readonly url: string;
  readonly built: number;
  readonly template: string;
  readonly database: string;
}

test('16 processes start one server and build one template together', { tags: ['slow'] }, async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'vouch-many-'));
  const env = { ...process.env, TMPDIR: temporary, TEST_DATABASE: 'embedded' };
  const children = Array.from({ length: 16 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  // No process leaves before the last one has joined.
  await Promise.all(children.map((child) => once(child.stdout, 'readable')));
  for (const { stdin } of children) stdin.end();
  const printed = await Promise.all(
    children.map(async (child) => JSON.parse(await text(child.stdout)) as Printed),
  );
  expect(new Set(printed.map(({ url }) => url)).size).toBe(1);
  expect(new Set(printed.map(({ template }) => template)).size).toBe(1);
  expect(new Set(printed.map(({ database }) => database)).size).toBe(16);
  expect(printed.reduce((sum, { built }) => sum + built, 0)).toBe(1);
  await rm(temporary, { recursive: true, force: true });
});
