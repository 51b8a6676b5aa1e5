import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { TestModule } from 'vitest/node';
import type { ModuleReport } from './module-report.ts';
import { slowestFiles } from './slowest-files.ts';

const reportsOf = (times: readonly number[]): ModuleReport[] =>
  times.map((duration, index) => ({
    file: `/w/libs/file-${index}.spec.ts`,
    module: { diagnostic: () => ({ duration }) } as unknown as TestModule,
    errors: [],
    logs: [],
  }));
const slowest = (...times: number[]) =>
  slowestFiles(reportsOf(times), '/w').map((line) => stripVTControlCharacters(line));

test('lists the five slowest files, the slowest first', () => {
  expect(slowest(1_000, 20_540, 999, 3_000, 5_000, 4_000, 2_000)).toEqual([
    ' slowest test files:',
    '    20.5 s  libs/file-1.spec.ts',
    '     5.0 s  libs/file-4.spec.ts',
    '     4.0 s  libs/file-5.spec.ts',
    '     3.0 s  libs/file-3.spec.ts',
    '     2.0 s  libs/file-6.spec.ts',
  ]);
});

test('lists only files that take a second', () => {
  expect(slowest(10, 1_500, 20, 30, 40, 50)).toEqual([
    ' slowest test files:',
    '     1.5 s  libs/file-1.spec.ts',
  ]);
  expect(slowest(10, 20, 30, 40, 50, 60)).toEqual([]);
});

test('lists nothing for a run of few files', () => {
  expect(slowest(9_000, 9_000)).toEqual([]);
});
