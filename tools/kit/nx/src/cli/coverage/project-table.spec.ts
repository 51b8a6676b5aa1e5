import { expect, test } from 'vitest';
import { countedLines } from '../../../proof/counted-lines.ts';
import { projectTable } from './project-table.ts';

const root = '/workspace';

test('the table compares unit tests with all tests, one package per row', () => {
  const unit = countedLines(root, { 'libs/a/app/src/half.ts': [1, 0] });
  const all = countedLines(root, {
    'libs/a/app/src/half.ts': [1, 1],
    'tools/kit/src/deep/none.ts': [0, 0, 0],
  });
  expect(
    projectTable({ unit, all }, root)
      .split('\n')
      .map((line) => line.split(/ {3,}/).map((cell) => cell.trim())),
  ).toEqual([
    ['', 'unit', 'functions', 'all levels', 'functions', 'branches'],
    ['libs/a/app', '50.0 %', '100.0 %', '100.0 %', '100.0 %', '–'],
    ['tools/kit', '–', '–', '0.0 %', '0.0 %', '–'],
    ['together', '50.0 %', '100.0 %', '40.0 %', '50.0 %', '–'],
  ]);
});
