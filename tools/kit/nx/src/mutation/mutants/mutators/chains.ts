import { ts } from 'ts-morph';
import type { Mutator } from '../mutation.ts';
import { shortText, textOf } from '../text-of.ts';

/** Replaces `?.` with `.`. */
export const optionalChains: Mutator = (node) => {
  if (!ts.isOptionalChain(node) || ts.isNonNullExpression(node)) return [];
  const { questionDotToken } = node;
  if (questionDotToken === undefined) return [];
  const replacement = ts.isPropertyAccessExpression(node) ? '.' : '';
  const text = textOf(node, { node: questionDotToken, text: replacement });
  return [{ node, text, change: `${shortText(node)} → without ?.`, at: questionDotToken.getStart() }];
};
