import { ts } from 'ts-morph';
import type { Mutation, Mutator } from '../mutation.ts';
import { textOf } from '../text-of.ts';

const replacements: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '==': ['!='],
  '!=': ['=='],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '+=': ['-='],
  '-=': ['+='],
  '*=': ['/='],
  '/=': ['*='],
  '&&=': ['='],
  '||=': ['='],
  '??=': ['='],
};

/** Replaces comparisons, equality, logical and arithmetic operators, and assignments with an operator. */
export const binaryOperators: Mutator = (node) => {
  if (!ts.isBinaryExpression(node)) return [];
  const { left, operatorToken: operator, right } = node;
  const [before, after] = [textOf(left), textOf(right)];
  const from = operator.getText();
  if (from === '??')
    return [
      { node, text: before, change: `… ?? ${after} → …`, at: operator.getStart() },
      { node, text: after, change: `${before} ?? … → …`, at: operator.getStart() },
    ];
  if (from === '+' && [left, right].some(isText)) return [];
  return (replacements[from] ?? []).map((to) => ({
    ...{ node, text: `${before} ${to} ${after}`, change: `${from} → ${to}`, at: operator.getStart() },
  }));
};

/** Removes `!`, `-` and `~`, and swaps `++` and `--`. */
export const unaryOperators: Mutator = (node) => {
  if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return [];
  const operand = textOf(node.operand);
  const from = ts.tokenToString(node.operator) ?? '';
  const to = { '++': '--', '--': '++' }[from];
  if (to === undefined) return from === '+' ? [] : [withoutOperator(node, from, operand)];
  const text = ts.isPrefixUnaryExpression(node) ? `${to}${operand}` : `${operand}${to}`;
  return [{ node, text, change: `${from} → ${to}` }];
};

function withoutOperator(node: ts.Node, operator: string, operand: string): Mutation {
  return { node, text: operand, change: `${operator}${operand} → ${operand}` };
}

function isText(node: ts.Node): boolean {
  if (ts.isBinaryExpression(node)) return isText(node.left) || isText(node.right);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}
