import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { password } from '../people.ts';
import { rawRequest } from '../raw-request.ts';
import type { Check } from './target.ts';

const malformed: Readonly<Record<string, string>> = {
  'cut off': '{"email":"a@example.com"',
  empty: '',
  'no object': '"text"',
  'a list': '[]',
  null: 'null',
  'numbers for texts': '{"email":"a@example.com","password":2}',
  'objects for texts': '{"email":{"$ne":""},"password":{"$ne":""}}',
  'lists for texts': '{"email":["a@example.com"],"password":["x"]}',
  'poisoned prototypes': '{"__proto__":{"admin":true},"email":"a@example.com","password":"x"}',
  'poisoned constructors': '{"constructor":{"prototype":{}},"email":"a@example.com","password":"x"}',
  'fields that nobody asked for': '{"email":"a@example.com","password":"x","role":"owner"}',
  'nested ten thousandfold': '['.repeat(10_000) + ']'.repeat(10_000),
  'nested in a field': `{"email":${'['.repeat(30_000)}${']'.repeat(30_000)},"password":"x"}`,
  'objects nested in a field': `{"email":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)},"password":"x"}`,
  'two in a row': '{"email":"a@example.com","password":"x"}{}',
  'no JSON numbers': '{"email":NaN,"password":Infinity}',
};

export const bodyChecks: Readonly<Record<string, Check>> = {
  'malformed bodies are refused with 400': async ({ anyone }) => {
    for (const [kind, body] of Object.entries(malformed)) {
      expect((await anyone.post('/sessions', body)).status, kind).toBe(400);
    }
  },

  'bodies beyond 64 KiB are refused with 413': async ({ anyone }) => {
    const { status } = await anyone.post('/sessions', { email: 'a'.repeat(70_000), password: 'x' });
    expect(status).toBe(413);
  },

  'bodies of other types are refused with 415': async ({ anyone, person }) => {
    const body = JSON.stringify({ email: person.email, password });
    for (const type of [
      ...[
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/xml',
        'x',
        '/',
      ],
      ...['application/jsonp', 'text/json', 'application/json-patch+json', 'text/plain; x=application/json'],
    ]) {
      const { status } = await anyone.send('POST', '/sessions', body, { 'content-type': type });
      expect(status, type).toBe(415);
    }
  },

  'bodies that are packed or in another encoding are not unpacked': async ({ anyone, person }) => {
    const text = JSON.stringify({ email: person.email, password });
    for (const [headers, body] of [
      [{ 'content-encoding': 'gzip' }, gzipSync(text)],
      [{ 'content-type': 'application/json; charset=utf-16' }, Buffer.from(text, 'utf16le')],
    ] as const) {
      const { status } = await anyone.send('POST', '/sessions', body.toString('latin1'), headers);
      expect([400, 415], JSON.stringify(headers)).toContain(status);
    }
  },

  'headers do not make another method of a request': async ({ person }) => {
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const { status } = await person.caller.get('/sessions/current', { [name]: 'DELETE' });
      expect(status, name).toBe(404);
    }
    expect((await person.caller.get('/me')).status).toBe(200);
  },

  'requests whose end can be read in two ways are refused': async ({ api }) => {
    const smuggled = 'GET /me HTTP/1.1\r\nhost: x\r\n\r\n';
    for (const headers of [
      ['transfer-encoding: chunked', 'content-length: 4'],
      ['content-length: 4', 'content-length: 400'],
      ['transfer-encoding: chunked, identity'],
      ['transfer-encoding : chunked'],
    ]) {
      const head = [
        'POST /sessions HTTP/1.1',
        'host: x',
        'content-type: application/json',
        'connection: close',
      ];
      const answer = await rawRequest(api.address, ...head, ...headers, '', '0', '', smuggled);
      expect(answer, headers.join()).toMatch(/^HTTP\/1\.1 400/);
      expect(answer.match(/^HTTP\/1\.1/gm), headers.join()).toHaveLength(1);
    }
  },

  'what the schema does not name cannot be assigned': async ({ person }) => {
    const own = { name: 'Mass', slug: 'mass-assigned' };
    for (const more of [{ id: person.userId }, { createdAt: '2000-01-01T00:00:00Z' }, { role: 'owner' }]) {
      expect((await person.caller.post('/organizations', { ...own, ...more })).status).toBe(400);
    }
  },
};
