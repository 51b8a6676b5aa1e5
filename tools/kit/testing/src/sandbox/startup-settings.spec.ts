import { describe, expect, test } from 'vitest';
import { startupSettings } from './startup-settings.ts';

const of = (options: Parameters<typeof startupSettings>[0]) => Object.fromEntries(startupSettings(options));

describe('the settings that a pool’s connections start with', () => {
  test.each([
    [{}, {}],
    [{ options: '-c a.b=1 -cc=2 --d-e=3' }, { 'a.b': '1', c: '2', d_e: '3' }],
    [{ options: String.raw`-c a=one\ two -c b=x=y -c c=` }, { a: 'one two', b: 'x=y', c: '' }],
    [{ options: '-c nothing -x -c' }, {}],
    [{ connectionString: 'postgres://localhost/x?options=-c%20a%3D1' }, { a: '1' }],
    [
      { statement_timeout: 50, lock_timeout: 60 },
      { statement_timeout: '50', lock_timeout: '60' },
    ],
    [{ application_name: 'mine' }, { application_name: 'mine' }],
    [{ idle_in_transaction_session_timeout: 50, options: '-c transaction_timeout=1' }, {}],
  ])('%j are %j', (options, settings) => {
    expect(of(options)).toEqual(settings);
  });
});
