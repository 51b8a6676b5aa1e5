import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, test as base } from 'vitest';
import { findProgram } from './find-program.ts';

const suffix = process.platform === 'win32' ? '.exe' : '';

/** Two folders of programs: `serve` is in both, and is not executable in the first. */
const test = base.extend('folders', async ({}, { onCleanup }) => {
  const parent = await mkdtemp(join(tmpdir(), 'vouch-path-'));
  onCleanup(() => rm(parent, { recursive: true }));
  const [one, other] = [join(parent, 'one'), join(parent, 'other')] as const;
  for (const folder of [one, other]) {
    await mkdir(folder);
    await writeFile(join(folder, `serve${suffix}`), '');
  }
  await chmod(join(other, `serve${suffix}`), 0o755);
  return { one, other, path: ['', one, other].join(delimiter) };
});

describe('a program on the PATH', () => {
  test('is the first executable one', ({ folders: { path, other } }) => {
    expect(findProgram(path, 'serve')).toBe(join(other, `serve${suffix}`));
    expect(findProgram(path, 'absent', 'serve')).toBe(join(other, `serve${suffix}`));
  });

  test('is not found if no executable one exists', ({ folders: { path, one } }) => {
    expect(findProgram(path, 'absent')).toBeUndefined();
    expect(findProgram(one, 'serve')).toBeUndefined();
    expect(findProgram('', 'serve')).toBeUndefined();
  });
});
