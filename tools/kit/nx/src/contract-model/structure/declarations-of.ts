import type { Node } from 'ts-morph';

/** What a name means where it stands, followed through imports and re-exports; nothing where that is unknown. */
export function declarationsOf(name: Node): Node[] {
  const symbol = name.getSymbol();
  if (!symbol) return [];
  const target = symbol.isAlias() ? symbol.getAliasedSymbol() : symbol;
  return target?.getDeclarations() ?? [];
}
