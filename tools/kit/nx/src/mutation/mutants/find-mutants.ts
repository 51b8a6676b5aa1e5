import { ts } from 'ts-morph';
import { isIgnored, isName } from './ignored-code.ts';
import type { Mutant, MutantPlace } from './mutant.ts';
import type { Mutation, Mutator } from './mutation.ts';
import { optionalChains } from './mutators/chains.ts';
import { conditions } from './mutators/conditions.ts';
import { booleans, numbers, texts } from './mutators/literals.ts';
import { methods } from './mutators/methods.ts';
import { binaryOperators, unaryOperators } from './mutators/operators.ts';
import { results } from './mutators/results.ts';
import { blocks, statements } from './mutators/statements.ts';
import { atChainRoot } from './optional-chain.ts';

const mutators: readonly Mutator[] = [
  ...[conditions, binaryOperators, unaryOperators, booleans, numbers, texts],
  ...[methods, optionalChains, results, statements, blocks],
];

/** Returns the mutants of a source file in the order of their positions. */
export function findMutants(source: ts.SourceFile, ignoredObjects: readonly string[] = []): Mutant[] {
  const found = new Map<string, Mutant>();
  const visit = (node: ts.Node): void => {
    if (isIgnored(node, ignoredObjects) || isName(node)) return;
    for (const mutation of mutators.flatMap((mutate) => mutate(node))) {
      const mutant = mutantOf(atChainRoot(mutation), source);
      const key = `${mutant.start} ${mutant.end} ${mutant.text}`;
      const isSame = mutant.text === source.text.slice(mutant.start, mutant.end);
      if (!isSame && !found.has(key)) found.set(key, mutant);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return [...found.values()].toSorted(byPosition);
}

function mutantOf({ node, text, change, at = node }: Mutation, source: ts.SourceFile): Mutant {
  const { line, character } = source.getLineAndCharacterOfPosition(at.getStart());
  return {
    ...{ start: node.getStart(), end: node.getEnd(), text, change, place: placeOf(node) },
    ...{ line: line + 1, column: character + 1 },
  };
}

function placeOf(node: ts.Node): MutantPlace {
  if (ts.isBlock(node)) return 'block';
  return ts.isStatement(node) ? 'statement' : 'expression';
}

function byPosition(one: Mutant, other: Mutant): number {
  return one.line - other.line || one.column - other.column || one.end - other.end;
}
