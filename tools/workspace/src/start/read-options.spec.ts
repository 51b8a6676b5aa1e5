import { describe, expect, test } from 'vitest';
import { readOptions } from './read-options.ts';

describe('readOptions', () => {
  test('uses port 3000 and keeps the data by default', () => {
    expect(readOptions([])).toEqual({ port: 3000, reset: false, help: false });
  });

  test('takes --port and --reset', () => {
    expect(readOptions(['--reset', '--port', '0'])).toEqual({ port: 0, reset: true, help: false });
    expect(readOptions(['--port=8080'])).toMatchObject({ port: 8080 });
  });

  test.each(['x', '-1', '65536', '', '1e3'])('rejects the port %j', (port) => {
    expect(() => readOptions([`--port=${port}`])).toThrow(
      `"${port}" is not a port: --port takes a number of`,
    );
  });

  test.each([['--prot', '1'], ['now'], ['--port']])('prints the usage for %j', (...args) => {
    expect(() => readOptions(args)).toThrow(/npm start -- \[--port N\] \[--reset\]/);
  });
});
