import type { Node } from 'ts-morph';

/** Resolves a name through imports and re-exports. Empty if the declaration is unknown. */
export function declarationsOf(name: Node): Node[] {
  const symbol = name.getSymbol();
  if (!symbol) return [];
  const target = symbol.isAlias() ? symbol.getAliasedSymbol() : symbol;
  return target?.getDeclarations() ?? [];
}
