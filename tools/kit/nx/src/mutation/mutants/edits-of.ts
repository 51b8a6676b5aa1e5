import { ts } from 'ts-morph';
import type { ConstantUses } from './constant-uses.ts';
import type { Edit, EditPlace } from './mutant.ts';
import type { Mutation } from './mutation.ts';
import { textOf } from './text-of.ts';

/** Returns the parts of the source that a mutation replaces: in the value of a constant, all uses of the constant. */
export function editsOf({ node, text }: Mutation, constants: ConstantUses): Edit[] {
  const value = ts.findAncestor(node, (above): above is ts.Expression =>
    constants.has(above as ts.Expression),
  );
  const uses = value === undefined ? undefined : constants.get(value);
  if (value === undefined || uses === undefined)
    return [{ start: node.getStart(), end: node.getEnd(), text, place: placeOf(node) }];
  const changed = textOf(value, { node, text });
  return uses.map((use) => ({
    ...{ start: use.getStart(), end: use.getEnd(), text: changed },
    place: ts.isShorthandPropertyAssignment(use.parent) ? 'shorthand' : 'expression',
  }));
}

function placeOf(node: ts.Node): EditPlace {
  if (ts.isBlock(node)) return 'block';
  return ts.isStatement(node) ? 'statement' : 'expression';
}
