import { createHook } from 'node:async_hooks';
import fs, { readFileSync, watch } from 'node:fs';
import * as promises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { framesOf, captureStack } from '../../guards/origin.ts';

// Vouch runs this worker, so its files are observed.

test('the guards can see the caller of a function of fs', () => {
  let made: Error | undefined;
  const hook = createHook({
    init(_id, type) {
      if (type === 'FSEVENTWRAP') made = captureStack();
    },
  }).enable();
  watch(import.meta.dirname).close();
  hook.disable();
  const isHook = (line: string) => /\/hooks\/observe-files\.(?:ts|mjs):/.test(line);
  expect(made?.stack?.split('\n').filter(isHook)).toHaveLength(1);
  expect(framesOf(made).filter(isHook)).toEqual([]);
});

test('functions of fs keep their properties', async () => {
  expect(fs.readFileSync).toBe(readFileSync);
  expect(fs.promises.readFile).toBe(promises.readFile);
  expect(fs.readFileSync).toHaveLength(2);
  expect(fs.readFile.name).toBe('readFile');
  expect(fs.realpathSync.native(import.meta.dirname)).toBe(import.meta.dirname);
  expect(await promisify(fs.exists)(import.meta.filename)).toBe(true);
  expect(fs.createReadStream(import.meta.filename).destroy()).toBeInstanceOf(fs.ReadStream);
});

test('wrong arguments are reported by Node', () => {
  expect(() => readFileSync('a\0b')).toThrow('must be a string, Uint8Array, or URL without null bytes');
  expect(() => readFileSync({} as never)).toThrow('The "path" argument must be of type string');
  expect(fs.existsSync(new URL('https://example.test/'))).toBe(false);
  expect(fs.existsSync(join(tmpdir(), 'a'.repeat(10_000)))).toBe(false);
});
