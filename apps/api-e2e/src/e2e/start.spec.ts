import { execFile } from 'node:child_process';
import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { OpenedSession, OwnOrganization } from '@acme/identity-contract';
import { asAdmin, Caller } from '@vouch/testing/api';
import { describe, expect, test } from 'vitest';
import { type ApiProcess, seed, startApi } from '../support/start-api.ts';

const programs = join(import.meta.dirname, '../../../api/src');

describe('started without its configuration', () => {
  test.each(['main.ts', 'migrate.ts', 'seed.ts'])(
    '%s ends with 1 and names what is missing, without a stack',
    async (program) => {
      const run = promisify(execFile)(process.execPath, [join(programs, program)], { env: {} });
      const { code, stderr } = (await run.catch((error: unknown) => error)) as {
        code: number;
        stderr: string;
      };
      expect(code).toBe(1);
      expect(stderr).toContain('DATABASE_URL is missing; for example DATABASE_URL=postgres://');
      expect(stderr).not.toContain('    at ');
    },
  );

  test.each<[string, (api: ApiProcess) => Record<string, string>, string]>([
    ['a port that is taken', ({ address }) => ({ PORT: new URL(address).port }), 'PORT is'],
    ['an address of another machine', () => ({ HOST: '192.0.2.1' }), 'HOST is "192.0.2.1"'],
    [
      'a folder for mails that is none',
      () => ({ MAIL_FOLDER: '/dev/null/mails' }),
      'MAIL_FOLDER is "/dev/null',
    ],
    [
      'an unknown role',
      ({ adminUrl }) => ({ DATABASE_URL: changed(adminUrl, { username: 'nobody' }) }),
      'nobody',
    ],
    [
      'an unknown database',
      ({ adminUrl }) => ({ DATABASE_URL: changed(adminUrl, { pathname: '/none' }) }),
      'none',
    ],
    [
      'a role above tenants',
      ({ adminUrl }) => ({ DATABASE_URL: adminUrl }),
      'row-level security does not apply to its role',
    ],
  ])('with %s, it ends with 1 and says why, without a stack', async (_what, wrong, reason) => {
    await using running = await startApi();
    const failed = await startApi(wrong(running)).then(
      () => 'it runs',
      (error: Error) => error.message,
    );
    expect(failed).toContain('The configuration is not usable:');
    expect(failed).toContain(reason);
    expect(failed).not.toContain('    at ');
  });

  test('on a database that lacks a migration, it says that it is not ready until that has run', async () => {
    await using api = await startApi();
    const ready = () => new Caller(api.address).get('/ready');
    await asAdmin(api, (admin) => admin.query('alter table migrations rename to others'));
    expect(await ready()).toMatchObject({ status: 503, json: { status: 'not migrated' } });
    await asAdmin(api, (admin) => admin.query('alter table others rename to migrations'));
    expect(await ready()).toMatchObject({ status: 200, json: { status: 'ready' } });
    await asAdmin(api, (admin) => admin.query('delete from migrations where id = 1'));
    expect(await ready()).toMatchObject({ status: 503, json: { status: 'not migrated' } });
  });

  test('on a database that is not there, it serves no request and says so', async () => {
    await using api = await startApi({
      DATABASE_URL: 'postgres://vouch_app:hidden-password@127.0.0.1:1/none',
    });
    const anyone = new Caller(api.address);
    expect((await anyone.get('/health')).status).toBe(200);
    expect((await anyone.get('/ready')).status).toBe(503);
    expect((await anyone.post('/sessions', { email: 'a@example.com', password: 'x' })).status).toBe(503);
    expect(api.log()).not.toContain('hidden-password');
  });
});

describe('the demo tenants', () => {
  test('are made once, however often they are seeded, and what people changed stays', async () => {
    await using api = await startApi({ DEMO: 'yes' });
    await seed(api);
    const anyone = new Caller(api.address);
    const email = 'ada@kestrel.example';
    const logIn = async (password: string): Promise<Caller> =>
      new Caller(
        api.address,
        ((await anyone.post('/sessions', { email, password })).json as OpenedSession).token,
      );
    const ada = await logIn('demo password 1');
    const [kestrel] = (await ada.get('/organizations')).json as [OwnOrganization];
    const members = (await ada.get(`/organizations/${kestrel.id}/members`)).json;
    const change = { currentPassword: 'demo password 1', newPassword: 'a password of my own' };
    expect((await ada.send('PUT', '/me/password', change)).status).toBe(204);
    await seed(api);
    const again = await logIn('a password of my own');
    expect((await again.get('/organizations')).json).toEqual([kestrel]);
    expect((await again.get(`/organizations/${kestrel.id}/members`)).json).toEqual(members);
    // <sample alerts>
    expect((await again.get(`/organizations/${kestrel.id}/alert-rules`)).json).toHaveLength(1);
    // </sample alerts>
  });
});

describe('the promise board', () => {
  test('is a page of the demo, as the command last wrote it', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'vouch-board-'));
    const page = join(folder.path, 'index.html');
    await using api = await startApi({ DEMO: 'yes', BOARD_PAGE: page });
    const board = async (): Promise<string> => (await fetch(`${api.address}/board`)).text();
    expect(await board()).toContain('<code>npm run board</code>');
    await writeFile(page, '<title>Promises of vouch</title>');
    expect(await board()).toBe('<title>Promises of vouch</title>');
    expect(await (await fetch(api.address)).text()).toContain('<a href="/board">');
  });

  test('is served by the demo only', async () => {
    await using api = await startApi({ BOARD_PAGE: import.meta.filename });
    expect((await fetch(`${api.address}/board`)).status).toBe(404);
  });
});

function changed(address: string, change: Partial<Pick<URL, 'username' | 'pathname'>>): string {
  return Object.assign(new URL(address), change).href;
}
