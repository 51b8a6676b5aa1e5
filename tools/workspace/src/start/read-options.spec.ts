import { describe, expect, it } from 'vitest';
import { readOptions } from './read-options.ts';

describe('readOptions', () => {
  it('serves on port 3000 and keeps the data, unless told otherwise', () => {
    expect(readOptions([])).toEqual({ port: 3000, reset: false, help: false });
  });

  it('takes --port and --reset', () => {
    expect(readOptions(['--reset', '--port', '0'])).toEqual({ port: 0, reset: true, help: false });
    expect(readOptions(['--port=8080'])).toMatchObject({ port: 8080 });
  });

  it.each(['x', '-1', '65536', '', '1e3'])('says what a port is when given %j', (port) => {
    expect(() => readOptions([`--port=${port}`])).toThrow(
      `"${port}" is not a port: --port takes a number of`,
    );
  });

  it.each([['--prot', '1'], ['now'], ['--port']])('shows the usage when given %j', (...args) => {
    expect(() => readOptions(args)).toThrow(/npm start -- \[--port N\] \[--reset\]/);
  });
});
