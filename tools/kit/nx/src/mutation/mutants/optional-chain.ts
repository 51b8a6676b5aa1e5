import { ts } from 'ts-morph';
import type { Mutation } from './mutation.ts';
import { textOf } from './text-of.ts';

/** Moves a mutation of a part of `a?.b.c` to the whole chain: a part in parentheses would end the chain. */
export function atChainRoot(mutation: Mutation): Mutation {
  const root = rootOf(mutation.node);
  if (root === mutation.node) return mutation;
  return { at: mutation.node.getStart(), ...mutation, node: root, text: textOf(root, mutation) };
}

function rootOf(node: ts.Node): ts.Node {
  const { parent } = node;
  const continues =
    (ts.isOptionalChain(parent) || ts.isNonNullExpression(parent)) && parent.expression === node;
  return continues ? rootOf(parent) : node;
}
