import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { asAdmin } from '../support/as-admin.ts';
import { checks } from '../support/security/checks.ts';
import { checkAsking, checkGuessing, limits } from '../support/security/limit-checks.ts';
import { roles, RouteWalk } from '../support/security/route-walk.ts';
import { type Target, targetEnvironment, targetOn } from '../support/security/target.ts';
import { expectFound } from '../support/taken-out/expect-found.ts';
import type { Protection } from '../support/taken-out/protection.ts';
import { protections } from '../support/taken-out/protections.ts';

/** Every check must fail where what it looks after is missing, or it looks after nothing. */
describe('without the protection', { tags: ['slow'], timeout: 90_000 }, () => {
  describe('of a server that was left wide open', () => {
    let target: Target;
    const found: Readonly<Record<string, readonly [Protection, RegExp]>> = {
      'bodies beyond 64 KiB are refused with 413': [protections.bodyLimit, /^expected 400 to be 413/],
      'bodies of other types are refused with 415': [
        protections.typesOfBodies,
        /^text\/plain: expected 400 to be 415/,
      ],
      'malformed bodies are refused with 400': [
        protections.typesOfFields,
        /^numbers for texts: expected 401 to be 400/,
      ],
      'what the schema does not name cannot be assigned': [
        protections.closedSchemas,
        /^expected 201 to be 400/,
      ],
      'control characters are refused': [
        protections.linesOfText,
        /Set-Cookie: session=evil: expected 201 to be 400/,
      ],
      'quotes end no statement': [protections.boundValues, /^expected 500 to be 202/],
      'no header can be added to a mail': [protections.addresses, /Bcc: .*: expected 202 to be 400/],
      'addresses that cannot be read are refused as problems': [
        protections.unreadableAddresses,
        /^expected 'HTTP\/1\.1 400.*to contain 'application\/problem\+json'/s,
      ],
      'a host header does not become a part of a page': [
        protections.escapedMarkup,
        /^expected 'HTTP\/1\.1 200.*not to contain '<script'/s,
      ],
      'no line can be added to the log': [protections.linesOfLog, /^expected .* not to be a part of a line/],
      'pages of other origins are not let in': [
        protections.origins,
        /^https:\/\/evil\.example: expected 'https:\/\/evil\.example' to be null/,
      ],
      'what is served can neither be framed nor sniffed': [
        protections.contentPolicy,
        /expected 'default-src \*' to contain/,
      ],
      'nothing tells what the server is made of': [
        protections.namelessServer,
        /^expected \[ null, 'x', null \] to deeply equal/,
      ],
      'broken and forged tokens are refused, all in the same words': [
        protections.wholeTokens,
        /: expected 200 to be 401/,
      ],
      'tokens are taken from nowhere but the header': [
        protections.placeOfTokens,
        /^cookie: expected 200 to be 401/,
      ],
      'a token is over after the log-out, while other sessions go on': [
        protections.logOut,
        /^expected 200 to be 401/,
      ],
      'a changed password ends the other sessions': [protections.otherSessions, /^expected 200 to be 401/],
      'accounts cannot be enumerated by what is answered': [
        protections.sameAnswers,
        /^expected \{ status: 401,.* to deeply equal \{ status: 401,/s,
      ],
      'accounts cannot be enumerated by how long a log-in takes': [
        protections.sameWork,
        /^expected 0\.\d+ to be greater than 0\.5/,
      ],
      'secrets stand in no log': [protections.queriesInLog, /^expected '\{"level".* not to contain/s],
      'faults of our own are told to the log, and to nobody else': [
        protections.silentFaults,
        /^expected '\{"type":"urn:problem:internal".* not to match/s,
      ],
    };

    beforeAll(async () => {
      target = await targetOn(
        await startApi(targetEnvironment, {
          without: Object.values(found).map(([protection]) => protection),
        }),
      );
    }, 30_000);
    afterAll(() => target.api[Symbol.asyncDispose]());

    test.each(Object.entries(found))('shows: %s', async (name, [, finding]) => {
      expect(checks).toHaveProperty([name]);
      await expectFound(checks[name]!(target), finding);
    });
  });

  test('of a server for files, it shows that a path leads out of no folder', async () => {
    await using server = await carelessFileServer();
    const api = { address: server.address } as ApiProcess;
    const check = checks['a path leads out of no folder']!;
    await expectFound(check({ api } as Target), /: expected 'HTTP\/1\.1 200 OK.* to match/s);
  });

  describe('of the rate limits, it shows that', () => {
    const noEnd = /^expected \[ 401, 401, 401, 401, 401 \] to deeply equal \[ 401, 401, 401, 429, 429 \]/;
    const notCounted = /^expected \[ 401, 401 \] to deeply equal \[ 429, 429 \]/;

    test.each([
      ['guessing ends', protections.limitedGuesses, checkGuessing, noEnd],
      ['addresses cannot be pretended', protections.realAddresses, checkGuessing, noEnd],
      ['who is turned away counts', protections.countedRefusals, checkAskingWithoutLogIn, notCounted],
    ])('%s', async (_what, protection, check, finding) => {
      await using api = await startApi(limits, { without: [protection] });
      await expectFound(check(api), finding);
    });
  });

  describe('of the routes, it shows that', () => {
    const walked = async (protection: keyof typeof protections): Promise<RouteWalk & AsyncDisposable> => {
      const api = await startApi({ LOG_LEVEL: 'trace' }, { without: [protections[protection]] });
      return Object.assign(await RouteWalk.on(api), {
        [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
      });
    };

    test('nobody is let in who is not logged in', async () => {
      await using walk = await walked('guard');
      // The route is reached, and knows no session.
      await expectFound(walk.checkAnyone(), / \/.*: expected 500 to be 401/);
    });

    test('nobody is let into other organizations', async () => {
      await using walk = await walked('membership');
      await expectFound(
        walk.checkOutsiders(),
        / \/organizations\/.*: expected \{ status: 200,.* to deeply equal \{ status: 404,/s,
      );
    });

    test.each(roles.slice(0, 2))('a %s is let in only where the role is enough', async (role) => {
      await using walk = await walked('roles');
      await expectFound(
        walk.checkRole(role),
        / \/organizations\/.* answered 20\d: expected false to be true/,
      );
    });
  });

  test('of the database and of the ORM’s filters, it shows that tenants are kept apart', async () => {
    await using api = await startApi({ LOG_LEVEL: 'trace' }, { without: [protections.tenantFilters] });
    const walk = await RouteWalk.on(api);
    await walk.checkForeignThings();
    await withoutRowLevelSecurity(api);
    await expectFound(walk.checkForeignThings(), /\/members\/\{userId\}: expected 403 to be 404/);
  });
});

function checkAskingWithoutLogIn(api: ApiProcess): Promise<void> {
  return checkAsking(api, '/me');
}

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
