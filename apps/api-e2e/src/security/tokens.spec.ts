import { createHmac, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { Caller } from '../support/caller.ts';
import { newPerson, password, type Person } from '../support/people.ts';

let api: ApiProcess;
let person: Person;

beforeAll(async () => {
  api = await startApi({ LOG_LEVEL: 'trace' });
  person = await newPerson(api, 'Someone');
}, 30_000);
afterAll(() => api[Symbol.asyncDispose]());

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT as an attacker would forge one: the API knows none, and must not begin to. */
function jwt(header: object, claims: object, key = ''): string {
  const signed = `${base64url(header)}.${base64url(claims)}`;
  return `${signed}.${key && createHmac('sha256', key).update(signed).digest('base64url')}`;
}

function forgedHeaders(token: string): Record<string, string> {
  const userId = person.userId;
  const broken = Object.fromEntries([
    ...Array.from({ length: 20 }, (_, at) => [`cut to ${at * 2}`, token.slice(0, at * 2)]),
    ...Array.from({ length: 10 }, (_, at) => [`character ${at * 4} changed`, changed(token, at * 4)]),
    ...['', '.', '=', 'A', '-', '%00', '"', "' or '1'='1", '*', '../', 'null', 'undefined'].map((more) => [
      `"${more}" appended`,
      `${token}${more || 'B'}`,
    ]),
  ]) as Record<string, string>;
  const forged = {
    'upper case': token.toUpperCase(),
    reversed: [...token].toReversed().join(''),
    twice: token + token,
    'twice, with a comma': `${token}, Bearer ${token}`,
    random: randomBytes(32).toString('base64url'),
    zeros: 'A'.repeat(43),
    underscores: '_'.repeat(43),
    'the id of the user': userId,
    'a hash': randomBytes(32).toString('hex'),
    'thousands of characters': 'A'.repeat(8_000),
    'JWT without signature': jwt({ alg: 'none' }, { sub: userId }),
    'JWT with an empty key': jwt({ alg: 'HS256' }, { sub: userId }, ' '),
    'JWT with a guessed key': jwt({ alg: 'HS256' }, { sub: userId, role: 'owner' }, 'secret'),
    'JWT with a key of the attacker’s': jwt(
      { alg: 'HS256', jku: 'https://evil.example' },
      { sub: userId },
      'x',
    ),
    'JWT with a path for a key': jwt({ alg: 'HS256', kid: '../../dev/null' }, { sub: userId }, 'x'),
    SQL: "' union select token_hash from sessions --",
    JSON: '{"$ne":null}',
  };
  const bearer = Object.entries({ ...broken, ...forged }).map(([kind, value]) => [kind, `Bearer ${value}`]);
  return Object.fromEntries([...bearer, ...otherSchemes(token)]) as Record<string, string>;
}

function otherSchemes(token: string): [string, string][] {
  const basic = Buffer.from(`${person.email}:${password}`).toString('base64');
  return [
    ['no scheme', token],
    ['another scheme', `Token ${token}`],
    ['basic', `Basic ${basic}`],
    ['digest', `Digest username="${person.email}"`],
    ['two spaces', `Bearer  ${token}`],
    ['nothing after the scheme', 'Bearer'],
    ['an equals sign', `Bearer=${token}`],
    ['a quoted token', `Bearer "${token}"`],
    ['schemes in a row', `Basic x, Bearer ${token}`],
  ];
}

function changed(token: string, at: number): string {
  return token.slice(0, at) + (token[at] === 'x' ? 'y' : 'x') + token.slice(at + 1);
}

describe('a token', () => {
  it('is refused in more than 60 broken and forged forms, all in the same words', async () => {
    const headers = Object.entries(forgedHeaders(person.token));
    expect(headers.length).toBeGreaterThan(60);
    const anyone = new Caller(api.address);
    const refusals = new Set<string>();
    for (const [kind, authorization] of headers) {
      const { status, json } = await anyone.get('/me', { authorization });
      expect(status, kind).toBe(401);
      refusals.add(JSON.stringify({ ...(json as object), requestId: undefined }));
    }
    expect(refusals.size).toBe(1);
  });

  it('is taken from nowhere but the header', async () => {
    const anyone = new Caller(api.address);
    const { token } = person;
    for (const query of [`token=${token}`, `access_token=${token}`, `authorization=Bearer%20${token}`]) {
      expect((await anyone.get(`/me?${query}`)).status).toBe(401);
    }
    for (const name of ['cookie', 'x-authorization', 'x-access-token', 'x-forwarded-authorization']) {
      expect((await anyone.get('/me', { [name]: `session=${token}` })).status, name).toBe(401);
    }
  });

  it('is refused when there are two headers with one', async () => {
    const { hostname, port } = new URL(api.address);
    const { token } = person;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = ['authorization', `Bearer ${'A'.repeat(43)}`, 'authorization', `Bearer ${token}`];
      request({ hostname, port, path: '/me', headers: [...headers, 'host', hostname] }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(401);
  });

  it('is over after the log-out, while other sessions go on', async () => {
    const { json } = await new Caller(api.address).post('/sessions', { email: person.email, password });
    const other = new Caller(api.address, (json as { token: string }).token);
    expect((await other.get('/me')).status).toBe(200);
    expect((await other.send('DELETE', '/sessions/current')).status).toBe(204);
    expect((await other.get('/me')).status).toBe(401);
    expect((await person.caller.get('/me')).status).toBe(200);
  });

  it('stands in no log, and neither does the password', async () => {
    await person.caller.get('/me');
    expect(api.log()).toContain('/me');
    expect(api.log()).not.toContain(person.token);
    expect(api.log()).not.toContain(password);
  });
});
