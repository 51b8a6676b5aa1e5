import { ts } from 'ts-morph';
import type { Mutator } from '../mutation.ts';
import { isSql } from '../sql-text.ts';
import { shortText } from '../text-of.ts';

export const booleans: Mutator = (node) => {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ node, text: 'false', change: 'true → false' }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ node, text: 'true', change: 'false → true' }];
  return [];
};

/** Changes an integer by one in both directions. Factors are left to the mutants of `*` and `/`. */
export const numbers: Mutator = (node) => {
  if (!ts.isNumericLiteral(node) || !/^\d[\d_]*$/.test(node.getText()) || isFactor(node)) return [];
  const value = Number(node.text);
  const others = value === 0 ? [1] : [value - 1, value + 1];
  return others.map((other) => ({ node, text: `${other}`, change: `${node.getText()} → ${other}` }));
};

/** Empties texts, except those that tests rarely state: SQL, messages of errors and compared kinds. */
export const texts: Mutator = (node) => {
  if (!ts.isStringLiteralLike(node) && !ts.isTemplateExpression(node)) return [];
  if (isPlainName(node) || isSql(node) || isInError(node)) return [];
  const text = ts.isStringLiteral(node) && node.text === '' ? "'vouch'" : "''";
  return [{ node, text, change: `${shortText(node)} → ${text}` }];
};

function isFactor({ parent }: ts.Node): boolean {
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  return kind === ts.SyntaxKind.AsteriskToken || kind === ts.SyntaxKind.SlashToken;
}

const comparisons = new Set<ts.SyntaxKind>([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
  ts.SyntaxKind.InKeyword,
]);

/** True if the text is a name of a property, a kind that is compared, or part of a tagged template. */
function isPlainName({ parent }: ts.Node): boolean {
  if (ts.isBinaryExpression(parent)) return comparisons.has(parent.operatorToken.kind);
  return (
    ts.isElementAccessExpression(parent) || ts.isCaseClause(parent) || ts.isTaggedTemplateExpression(parent)
  );
}

function isInError(node: ts.Node): boolean {
  return (
    ts.findAncestor(node, (above) => {
      if (ts.isBlock(above)) return 'quit';
      if (ts.isCallExpression(above)) return above.expression.kind === ts.SyntaxKind.SuperKeyword;
      return ts.isNewExpression(above) && above.expression.getText().endsWith('Error');
    }) !== undefined
  );
}
