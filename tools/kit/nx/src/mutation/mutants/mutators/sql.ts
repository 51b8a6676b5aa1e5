import { ts } from 'ts-morph';
import type { Mutation, Mutator } from '../mutation.ts';
import { isSql } from '../sql-text.ts';
import { textOf } from '../text-of.ts';

type Rule = readonly [pattern: RegExp, replacement: string];

/** Changes of SQL that leave it valid. */
const rules: readonly Rule[] = [
  [/\bwhere\b(?!\s+true\b)/gi, 'where true or'],
  [/(?<!\bbetween\s+\S+\s+)\band\b/gi, 'or'],
  [/\bor\b/gi, 'and'],
  [/\bis null\b/gi, 'is not null'],
  [/\bis not null\b/gi, 'is null'],
  [/(?<!\bif )\bnot exists\b/gi, 'exists'],
  [/(?<!\bnot )\bexists\s*\(/gi, 'not exists ('],
  [/\bleft join\b/gi, 'join'],
  [/(?<!\b(?:left|right|full|cross|inner)\s+)\bjoin\b/gi, 'left join'],
  [/\bselect distinct\b/gi, 'select'],
  [/\bmin\(/gi, 'max('],
  [/\bmax\(/gi, 'min('],
  [/(?<=\border by\s+[\w."]+)\s+desc\b/gi, ' asc'],
  [/(?<=\border by\s+[\w."]+)(?=\s*(?:[,)'"`]|$|limit\b))/gi, ' desc'],
  [/(?<=\b(?:where|on|and|or|when)\s+[\w."]+\s*)=/gi, '<>'],
  [/(?<=\s)<(?=\s)/g, '<='],
  [/(?<=\s)<=(?=\s)/g, '<'],
  [/(?<=\s)>(?=\s)/g, '>='],
  [/(?<=\s)>=(?=\s)/g, '>'],
];

/** Changes conditions, joins and orders in SQL, one at a time. */
export const sqlConditions: Mutator = (node) => {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return [];
  if (!isSql(node)) return [];
  const whole = ts.isTaggedTemplateExpression(node.parent) ? node.parent : node;
  const parts = ts.isTemplateExpression(node)
    ? [node.head, ...node.templateSpans.map(({ literal }) => literal)]
    : [node];
  return parts.flatMap((part) => rules.flatMap((rule) => mutationsOf(whole, part, rule)));
};

function mutationsOf(node: ts.Node, part: ts.Node, [pattern, replacement]: Rule): Mutation[] {
  const text = part.getText();
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const changed = `${text.slice(0, index)}${replacement}${text.slice(index + found.length)}`;
    return {
      node,
      text: textOf(node, { node: part, text: changed.replaceAll('\n', '\\n') }),
      change: describe(text, found, index, replacement),
      at: part.getStart() + index,
    };
  });
}

/** An insertion is shown after the word that it follows. */
function describe(text: string, found: string, index: number, replacement: string): string {
  const word = found === '' ? (/\S+$/.exec(text.slice(0, index))?.[0] ?? '') : '';
  return `${word}${found}`.trim() + ` → ${`${word}${replacement}`.trim()}`;
}
