import { ts } from 'ts-morph';
import type { Mutator } from '../mutation.ts';
import { shortText } from '../text-of.ts';

/** Replaces the conditions of `if` and `? :` with `true` and `false`, and those of loops with `false`. */
export const conditions: Mutator = (node) => {
  const condition = conditionOf(node);
  if (condition === undefined) return [];
  const outcomes = ts.isIterationStatement(node, false) ? ['false'] : ['true', 'false'];
  return outcomes.map((text) => ({
    ...{ node: condition, text, change: `${shortText(condition)} → ${text}` },
  }));
};

function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isConditionalExpression(node) || ts.isForStatement(node)) return node.condition;
  if (ts.isIfStatement(node) || ts.isWhileStatement(node) || ts.isDoStatement(node)) return node.expression;
  return undefined;
}
