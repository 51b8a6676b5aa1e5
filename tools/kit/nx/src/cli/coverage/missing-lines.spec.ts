import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test as base } from 'vitest';
import { countedLines } from '../../../proof/counted-lines.ts';
import { missingLines } from './missing-lines.ts';

const test = base.extend('folder', async ({}, { onCleanup }) => {
  const folder = await mkdtemp(join(tmpdir(), 'vouch-coverage-'));
  onCleanup(() => rm(folder, { recursive: true }));
  const map = countedLines(folder, {
    'libs/a/app/src/half.ts': [1, 0, 0, 0, 1, 0],
    'libs/a/app/src/whole.ts': [1, 1],
  });
  await mkdir(join(folder, 'coverage/all'), { recursive: true });
  await writeFile(join(folder, 'coverage/all/coverage.json'), JSON.stringify(map.toJSON()));
  return folder;
});

describe('uncovered lines', () => {
  test('are printed as ranges for the matching files', ({ folder }) => {
    expect(missingLines('libs/a', folder)).toBe('libs/a/app/src/half.ts: 2–4, 6');
    expect(missingLines('whole', folder)).toBe('Every line of whole ran.');
  });

  test('cannot be printed for an unknown file or without a report', ({ folder }) => {
    expect(() => missingLines('other', folder)).toThrow('no file whose path contains "other"');
    expect(() => missingLines('libs/a', join(folder, 'none'))).toThrow('Run: npm run coverage');
  });
});
