import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { asAdmin } from '../support/as-admin.ts';
import { checks } from '../support/security/checks.ts';
import { checkAsking, checkGuessing, limits } from '../support/security/limit-checks.ts';
import { roles, RouteWalk } from '../support/security/route-walk.ts';
import { type Target, targetEnvironment, targetOn } from '../support/security/target.ts';
import { protections } from '../support/taken-out/protections.ts';

/** Every check must fail where what it looks after is missing, or it looks after nothing. */
describe('without the protection', { tags: ['slow'] }, () => {
  describe('of a server that was left wide open', () => {
    let target: Target;
    const found = {
      'bodies beyond 64 KiB are refused with 413': protections.bodyLimit,
      'bodies of other types are refused with 415': protections.typesOfBodies,
      'malformed bodies are refused with 400': protections.typesOfFields,
      'what the schema does not name cannot be assigned': protections.closedSchemas,
      'control characters are refused': protections.linesOfText,
      'quotes end no statement': protections.boundValues,
      'no header can be added to a mail': protections.addresses,
      'addresses that cannot be read are refused as problems': protections.unreadableAddresses,
      'a host header does not become a part of a page': protections.escapedMarkup,
      'no line can be added to the log': protections.linesOfLog,
      'pages of other origins are not let in': protections.origins,
      'what is served can neither be framed nor sniffed': protections.contentPolicy,
      'nothing tells what the server is made of': protections.namelessServer,
      'broken and forged tokens are refused, all in the same words': protections.wholeTokens,
      'tokens are taken from nowhere but the header': protections.placeOfTokens,
      'a token is over after the log-out, while other sessions go on': protections.logOut,
      'a changed password ends the other sessions': protections.otherSessions,
      'accounts cannot be enumerated by what is answered': protections.sameAnswers,
      'accounts cannot be enumerated by how long a log-in takes': protections.sameWork,
      'secrets stand in no log': protections.queriesInLog,
      'faults of our own are told to the log, and to nobody else': protections.silentFaults,
    };

    beforeAll(async () => {
      target = await targetOn(await startApi(targetEnvironment, { without: Object.values(found) }));
    }, 30_000);
    afterAll(() => target.api[Symbol.asyncDispose]());

    it.each(Object.keys(found))('shows: %s', async (name) => {
      expect(checks).toHaveProperty([name]);
      await expect(checks[name]!(target)).rejects.toThrow();
    });
  });

  it('of a server for files, it shows that a path leads out of no folder', async () => {
    await using server = await carelessFileServer();
    const api = { address: server.address } as ApiProcess;
    const check = checks['a path leads out of no folder']!;
    await expect(check({ api } as Target)).rejects.toThrow();
  });

  describe('of the rate limits, it shows that', () => {
    it.each([
      ['guessing ends', protections.limitedGuesses, checkGuessing],
      ['addresses cannot be pretended', protections.realAddresses, checkGuessing],
      [
        'who is turned away counts',
        protections.countedRefusals,
        (api: ApiProcess) => checkAsking(api, '/me'),
      ],
    ])('%s', async (_what, protection, check) => {
      await using api = await startApi(limits, { without: [protection] });
      await expect(check(api)).rejects.toThrow();
    });
  });

  describe('of the routes, it shows that', () => {
    const walked = async (protection: keyof typeof protections): Promise<RouteWalk & AsyncDisposable> => {
      const api = await startApi({ LOG_LEVEL: 'trace' }, { without: [protections[protection]] });
      return Object.assign(await RouteWalk.on(api), {
        [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
      });
    };

    it('nobody is let in who is not logged in', async () => {
      await using walk = await walked('guard');
      await expect(walk.checkAnyone()).rejects.toThrow();
    });

    it('nobody is let into other organizations', async () => {
      await using walk = await walked('membership');
      await expect(walk.checkOutsiders()).rejects.toThrow();
    });

    it.each(roles.slice(0, 2))('a %s is let in only where the role is enough', async (role) => {
      await using walk = await walked('roles');
      await expect(walk.checkRole(role)).rejects.toThrow();
    });
  });

  it('of the database and of the ORM’s filters, it shows that tenants are kept apart', async () => {
    await using api = await startApi({ LOG_LEVEL: 'trace' }, { without: [protections.tenantFilters] });
    const walk = await RouteWalk.on(api);
    await walk.checkForeignThings();
    await withoutRowLevelSecurity(api);
    await expect(walk.checkForeignThings()).rejects.toThrow();
  });
});

function withoutRowLevelSecurity(api: ApiProcess): Promise<void> {
  return asAdmin(api, async (admin) => {
    const tables = await admin.query<{ name: string }>(
      'select relname as name from pg_class where relrowsecurity',
    );
    for (const { name } of tables.rows) await admin.query(`alter table ${name} disable row level security`);
  });
}

/** Serves what lies in a folder, and whatever a path from there leads to. */
async function carelessFileServer(): Promise<AsyncDisposable & { readonly address: string }> {
  const folder = join(import.meta.dirname, '../..', 'src');
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').replace('/docs/static', ''));
    readFile(join(folder, path)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const dispose = async (): Promise<void> => {
    server.close();
    await once(server, 'close');
  };
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: dispose,
  };
}
