import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { isNetwork, isOrigin } from './addresses.ts';

describe('isOrigin', () => {
  it.each(['https://app.example', 'http://localhost:8080', 'https://[::1]:8443'])('takes %s', (text) => {
    expect(isOrigin(text)).toBe(true);
  });

  it.each([
    '*',
    'app.example',
    'https://app.example/',
    'https://app.example:443',
    'https://*.example/x',
    'ftp://a.b',
    'null',
  ])('refuses %s, which no browser would send', (text) => {
    expect(isOrigin(text)).toBe(false);
  });
});

describe('isNetwork', () => {
  it.each(['10.0.0.7', '10.0.0.0/8', '::1', 'fd00::/8', '2001:db8::1/128', 'loopback', 'uniquelocal'])(
    'takes %s',
    (text) => {
      expect(isNetwork(text)).toBe(true);
      expect(() => fastify({ trustProxy: [text] })).not.toThrow();
    },
  );

  it.each([
    'proxy',
    '10.0.0',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '0.0.0.0/0',
    '::/129',
    'loopback/8',
    '',
  ])('refuses %j', (text) => {
    expect(isNetwork(text)).toBe(false);
  });
});
