import { ts } from 'ts-morph';
import type { Mutator } from '../mutation.ts';
import { shortText } from '../text-of.ts';

/** Replaces the result of a function with an empty one. */
export const results: Mutator = (node) => {
  const result = resultOf(node);
  if (result === undefined || isReplacedAnyway(result)) return [];
  const text = emptyResult(result);
  return [{ node: result, text, change: `returns ${shortText(result)} → ${text}` }];
};

function resultOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isReturnStatement(node)) return node.expression;
  return ts.isArrowFunction(node) && !ts.isBlock(node.body) ? node.body : undefined;
}

/** True for results that other mutators replace: `true`, `!x`, `'text'`; and for those that are empty. */
function isReplacedAnyway(result: ts.Expression): boolean {
  const isLiteral = ts.isLiteralExpression(result) || ts.isPrefixUnaryExpression(result);
  const kinds = [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword, ts.SyntaxKind.VoidExpression];
  return isLiteral || kinds.includes(result.kind) || ['undefined', '[]', '({})'].includes(result.getText());
}

function emptyResult(result: ts.Expression): string {
  if (ts.isArrayLiteralExpression(result)) return '[]';
  return result.kind === ts.SyntaxKind.NullKeyword ? "'vouch'" : 'undefined';
}
