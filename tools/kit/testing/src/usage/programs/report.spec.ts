import { expect, test } from 'vitest';
import { parseReport, type ReportLine } from './report.ts';

const line: ReportLine = ['file', 'libs/a.ts', 'read by a program', 'libs/b.ts:3', 7];

test('complete lines are read, and the incomplete line of a killed program is not', () => {
  const text = `${JSON.stringify(line)}\n${JSON.stringify(line).slice(0, 20)}`;
  expect(parseReport(text)).toEqual([line]);
  expect(parseReport('')).toEqual([]);
});
