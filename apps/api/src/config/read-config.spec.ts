import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { components } from '../components/components.ts';
import { isNetwork, isOrigin, readConfig } from './read-config.ts';

const enough = {
  DATABASE_URL: 'postgres://app:secret@db.example:5432/vouch',
  MAIL_FOLDER: '/var/spool/mail',
};

describe('readConfig', () => {
  test('needs the database and the mail folder, and has defaults for the rest', () => {
    expect(readConfig(enough)).toEqual({
      databaseUrl: enough.DATABASE_URL,
      databaseConnections: 10,
      redisUrl: '',
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      mailFolder: '/var/spool/mail',
      corsOrigins: [],
      trustedProxies: [],
      drainSeconds: 0,
      requestsPerMinute: 600,
      anonymousWritesPerMinute: 20,
      demo: false,
      boardPage: '',
      components: components.filter(({ configure }) => configure).map(() => expect.any(Function) as object),
    });
  });

  test('names every variable that is missing or wrong at once, each with an example', () => {
    const wrong = {
      REDIS_URL: 'http://cache.example',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      CORS_ORIGINS: 'https://a.example, *',
      TRUSTED_PROXIES: '10.0.0.0/8, proxy',
      DRAIN_SECONDS: '-1',
      REQUESTS_PER_MINUTE: '0',
      DEMO: 'perhaps',
    };
    expect(() => readConfig(wrong)).toThrow(
      [
        'The configuration is not usable:',
        '  - DATABASE_URL is missing; for example DATABASE_URL=postgres://vouch_app:secret@127.0.0.1:5432/vouch',
        '  - REDIS_URL is not a redis:// address; for example REDIS_URL=redis://127.0.0.1:6379',
        '  - PORT is "70000"; it takes a number of 0..65535, for example PORT=3000',
        '  - LOG_LEVEL is "loud"; it takes one of fatal, error, warn, info, debug, trace, silent',
        '  - MAIL_FOLDER is missing; for example MAIL_FOLDER=/var/spool/vouch',
        '  - CORS_ORIGINS has "*"; for example CORS_ORIGINS=https://app.example,https://admin.app.example',
        '  - TRUSTED_PROXIES has "proxy"; for example TRUSTED_PROXIES=10.0.0.7,192.168.0.0/16',
        '  - DRAIN_SECONDS is "-1"; it takes a whole number from 0, for example DRAIN_SECONDS=0',
        '  - REQUESTS_PER_MINUTE is "0"; it takes a whole number from 1, for example REQUESTS_PER_MINUTE=600',
        '  - DEMO is "perhaps"; it takes one of yes, no',
      ].join('\n'),
    );
  });

  test.each(['mysql://app:hidden@db.example/vouch', 'postgres://app:hidden%@db.example/vouch', 'hidden'])(
    'does not repeat an address that is wrong, for it may hold a password: %s',
    (address) => {
      const wrong = { ...enough, DATABASE_URL: address };
      expect(() => readConfig(wrong)).toThrow('DATABASE_URL is not a postgres:// address; for example');
      expect(() => readConfig(wrong)).not.toThrow(/hidden/);
    },
  );

  test.each(['010', '1e3', '1.5', '12345678901'])('takes no number that is written as %j', (number) => {
    expect(() => readConfig({ ...enough, DRAIN_SECONDS: number })).toThrow(
      `DRAIN_SECONDS is ${JSON.stringify(number)}; it takes a whole number from 0`,
    );
  });

  test('reads lists', () => {
    const { corsOrigins } = readConfig({ ...enough, CORS_ORIGINS: 'https://a.example, https://b.example,' });
    expect(corsOrigins).toEqual(['https://a.example', 'https://b.example']);
  });
});

describe('isOrigin', () => {
  test.each(['https://app.example', 'http://localhost:8080', 'https://[::1]:8443'])('takes %s', (text) => {
    expect(isOrigin(text)).toBe(true);
  });

  test.each([
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
  test.each(['10.0.0.7', '10.0.0.0/8', '::1', 'fd00::/8', '2001:db8::1/128', 'loopback', 'uniquelocal'])(
    'takes %s',
    (text) => {
      expect(isNetwork(text)).toBe(true);
      expect(() => fastify({ trustProxy: [text] })).not.toThrow();
    },
  );

  test.each([
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
