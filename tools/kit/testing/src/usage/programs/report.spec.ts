import { expect, test } from 'vitest';
import { parseReport, type ReportLine } from './report.ts';

const line: ReportLine = ['file', 'libs/a.ts', 'read by a program', 'libs/b.ts:3', 7];

test('whole lines are read, and half of one that a killed program has left is not', () => {
  const text = `${JSON.stringify(line)}\n${JSON.stringify(line).slice(0, 20)}`;
  expect(parseReport(text)).toEqual([line]);
  expect(parseReport('')).toEqual([]);
});
