import { describe, expect, test } from 'vitest';
import { readSettings, settingsHash } from './source-settings.ts';

describe('the settings of the sources', () => {
  test('are all optional', () => {
    expect(readSettings({})).toMatchObject({
      url: undefined,
      forced: undefined,
      local: { port: 5432, database: 'postgres' },
    });
  });

  test('treat empty variables as unset', () => {
    expect(readSettings({ TEST_DATABASE: '', TEST_DATABASE_URL: '', PGPORT: '' })).toEqual(readSettings({}));
  });

  test('list the sources if the value is unknown', () => {
    expect(() => readSettings({ TEST_DATABASE: 'docker' })).toThrow(
      'TEST_DATABASE is "docker".\n  Set it to one of url, local, container, embedded',
    );
  });

  test.each(['x', '0', '65536', '1.5'])('reject %s as a port', (PGPORT) => {
    expect(() => readSettings({ PGPORT })).toThrow(`PGPORT is "${PGPORT}"`);
  });

  test('have a hash that distinguishes them', () => {
    expect(settingsHash(readSettings({}))).toBe(settingsHash(readSettings({ HOME: '/x' })));
    expect(settingsHash(readSettings({}))).not.toBe(settingsHash(readSettings({ TEST_DATABASE: 'local' })));
  });
});
