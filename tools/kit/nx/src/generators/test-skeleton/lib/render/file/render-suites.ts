import { quote } from '../../../../lib/quote.ts';
import type { RenderedTest } from '../../model/rendered-test.ts';

/** Groups tests by member and category, in suites. */
export function renderSuites(tests: readonly RenderedTest[]): string {
  const bySuite = Map.groupBy(tests, ({ planned }) => planned.suite);
  return [...bySuite].map(([suite, own]) => renderSuite(suite, renderCategories(own))).join('\n\n');
}

export function renderCategories(tests: readonly RenderedTest[]): string {
  const byCategory = Map.groupBy(tests, ({ planned }) => planned.category);
  return [...byCategory]
    .map(([category, own]) => renderSuite(category, own.map(({ text }) => text).join('\n\n')))
    .join('\n\n');
}

function renderSuite(title: string, body: string): string {
  return `describe(${quote(title)}, () => {\n${indent(body)}\n});`;
}

function indent(text: string): string {
  return text.replace(/^(?=[^\n])/gm, '  ');
}
