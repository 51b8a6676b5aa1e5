import { ts } from 'ts-morph';
import type { Mutator } from '../mutation.ts';
import { shortText } from '../text-of.ts';

/** Removes calls whose result is not used, assignments and `throw`. */
export const statements: Mutator = (node) => {
  const removable =
    ts.isThrowStatement(node) || (ts.isExpressionStatement(node) && hasEffect(node.expression));
  return removable ? [{ node, text: '', change: `${shortText(node)} → removed` }] : [];
};

/** Empties the blocks of `if`, `else`, loops and `catch` that have several statements. */
export const blocks: Mutator = (node) => {
  if (!ts.isBlock(node) || node.statements.length < 2 || ts.isFunctionLike(node.parent)) return [];
  if (ts.isTryStatement(node.parent) || ts.isBlock(node.parent)) return [];
  return [{ node, text: '', change: `${shortText(node)} → {}` }];
};

function hasEffect(expression: ts.Expression): boolean {
  if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression))
    return hasEffect(expression.expression);
  if (ts.isCallExpression(expression)) return expression.expression.kind !== ts.SyntaxKind.SuperKeyword;
  if (ts.isPrefixUnaryExpression(expression) || ts.isPostfixUnaryExpression(expression)) return true;
  return ts.isBinaryExpression(expression) || ts.isDeleteExpression(expression);
}
