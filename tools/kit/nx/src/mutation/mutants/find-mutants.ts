import { ts } from 'ts-morph';
import { constantUses } from './constant-uses.ts';
import { editsOf } from './edits-of.ts';
import { isIgnored, isName } from './ignored-code.ts';
import type { Mutant, Span } from './mutant.ts';
import type { Mutation, Mutator } from './mutation.ts';
import { optionalChains } from './mutators/chains.ts';
import { conditions } from './mutators/conditions.ts';
import { booleans, numbers, texts } from './mutators/literals.ts';
import { methods } from './mutators/methods.ts';
import { binaryOperators, unaryOperators } from './mutators/operators.ts';
import { results } from './mutators/results.ts';
import { sqlConditions } from './mutators/sql.ts';
import { blocks, statements } from './mutators/statements.ts';
import { atChainRoot } from './optional-chain.ts';

const mutators: readonly Mutator[] = [
  ...[conditions, binaryOperators, unaryOperators, booleans, numbers, texts, sqlConditions],
  ...[methods, optionalChains, results, statements, blocks],
];

/** Returns the mutants of a source file in the order of their positions. */
export function findMutants(source: ts.SourceFile, ignoredObjects: readonly string[] = []): Mutant[] {
  const constants = constantUses(source);
  const found = new Map<string, Mutant>();
  const visit = (node: ts.Node): void => {
    if (isIgnored(node, ignoredObjects) || isName(node)) return;
    for (const mutation of mutators.flatMap((mutate) => mutate(node)).map(atChainRoot)) {
      const key = `${mutation.node.getStart()} ${mutation.node.getEnd()} ${mutation.text}`;
      if (mutation.text === mutation.node.getText() || found.has(key)) continue;
      found.set(key, { edits: editsOf(mutation, constants), ...describe(mutation, source) });
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return [...found.values()].toSorted(byPosition);
}

function describe(
  { node, change, at = node.getStart() }: Mutation,
  source: ts.SourceFile,
): Omit<Mutant, 'edits'> {
  const { line, character } = source.getLineAndCharacterOfPosition(at);
  return { unit: unitOf(node), change, line: line + 1, column: character + 1 };
}

function unitOf(node: ts.Node): Span {
  const unit =
    ts.findAncestor(node, (above) => ts.isClassElement(above) || ts.isSourceFile(above.parent)) ?? node;
  return { start: unit.getStart(), end: unit.getEnd() };
}

function byPosition(one: Mutant, other: Mutant): number {
  return one.line - other.line || one.column - other.column;
}
