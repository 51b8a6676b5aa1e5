import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';
import { rawRequest } from '../raw-request.ts';
import type { BodyTarget, Checks } from './attack-target.ts';

/**
 * Attacks with request bodies: malformed, too large, of other media types, compressed, ambiguous in length.
 *
 * @example
 * test.each(Object.entries(bodyChecks))('%s', (_name, check) => check(target));
 */
export const bodyChecks: Checks<BodyTarget> = {
  'malformed bodies are rejected with 400': async ({ anyone, publicWrite: { path, body } }) => {
    for (const [kind, malformed] of Object.entries(malformedBodies(body))) {
      expect((await anyone.post(path, malformed)).status, kind).toBe(400);
    }
  },

  'bodies above the limit are rejected with 413': async ({
    anyone,
    publicWrite: { path, body },
    bodyLimit,
  }) => {
    const [field = ''] = Object.keys(body);
    const { status } = await anyone.post(path, { ...body, [field]: 'a'.repeat(bodyLimit) });
    expect(status).toBe(413);
  },

  'bodies of other media types are rejected with 415': async ({ anyone, publicWrite: { path, body } }) => {
    for (const type of otherMediaTypes) {
      const { status } = await anyone.send('POST', path, JSON.stringify(body), { 'content-type': type });
      expect(status, type).toBe(415);
    }
  },

  'compressed or re-encoded bodies are not decoded': async ({ anyone, publicWrite: { path, body } }) => {
    const text = JSON.stringify(body);
    for (const [headers, content] of [
      [{ 'content-encoding': 'gzip' }, gzipSync(text)],
      [{ 'content-type': 'application/json; charset=utf-16' }, Buffer.from(text, 'utf16le')],
    ] as const) {
      const { status } = await anyone.send('POST', path, content, headers);
      expect([400, 415], JSON.stringify(headers)).toContain(status);
    }
  },

  'headers do not override the method': async ({ person, sessionPath, ownPath }) => {
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override']) {
      const { status } = await person.caller.get(sessionPath, { [name]: 'DELETE' });
      expect(status, name).toBe(404);
    }
    expect((await person.caller.get(ownPath)).status).toBe(200);
  },

  'requests with an ambiguous length are rejected': async ({ api, publicWrite: { path }, ownPath }) => {
    const smuggled = `GET ${ownPath} HTTP/1.1\r\nhost: x\r\n\r\n`;
    for (const headers of ambiguousLengths) {
      const head = [
        `POST ${path} HTTP/1.1`,
        'host: x',
        'content-type: application/json',
        'connection: close',
      ];
      const response = await rawRequest(api.address, ...head, ...headers, '', '0', '', smuggled);
      expect(response, headers.join()).toMatch(/^HTTP\/1\.1 400/);
      expect(response.match(/^HTTP\/1\.1/gm), headers.join()).toHaveLength(1);
    }
  },

  'fields that the schema does not name are rejected': async ({ person, creation: { path, body } }) => {
    for (const more of [{ id: person.userId }, { createdAt: '2000-01-01T00:00:00Z' }, { role: 'owner' }]) {
      const { status } = await person.caller.post(path, { ...body(), ...more });
      expect(status, JSON.stringify(more)).toBe(400);
    }
  },
};

function malformedBodies(body: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const valid = JSON.stringify(body);
  const [first = ''] = Object.keys(body);
  const each = (value: (text: string) => unknown): string =>
    JSON.stringify(Object.fromEntries(Object.entries(body).map(([name, text]) => [name, value(text)])));
  const firstAs = (json: string): string => valid.replace(JSON.stringify(body[first]), () => json);
  return {
    'cut off': valid.slice(0, -1),
    empty: '',
    'no object': '"text"',
    'a list': '[]',
    null: 'null',
    'a number for the last text': valid.replace(/:"[^"]*"\}$/, ':2}'),
    'objects for texts': each(() => ({ $ne: '' })),
    'lists for texts': each((text) => [text]),
    'poisoned prototypes': valid.replace('{', '{"__proto__":{"admin":true},'),
    'poisoned constructors': valid.replace('{', '{"constructor":{"prototype":{}},'),
    'an unknown field': valid.replace('{', '{"role":"owner",'),
    'nested ten thousandfold': '['.repeat(10_000) + ']'.repeat(10_000),
    'lists nested in a field': firstAs('['.repeat(30_000) + ']'.repeat(30_000)),
    'objects nested in a field': firstAs(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
    'two in a row': `${valid}{}`,
    'no JSON numbers': firstAs('NaN'),
  };
}

const otherMediaTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/xml',
  'x',
  '/',
  'application/jsonp',
  'text/json',
  'application/json-patch+json',
  'text/plain; x=application/json',
];

const ambiguousLengths = [
  ['transfer-encoding: chunked', 'content-length: 4'],
  ['content-length: 4', 'content-length: 400'],
  ['transfer-encoding: chunked, identity'],
  ['transfer-encoding : chunked'],
];
