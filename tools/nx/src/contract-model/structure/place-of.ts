import type { Node } from 'ts-morph';
import type { Place } from '../model.ts';
import { pathOf } from './create-program.ts';

export function placeOf(node: Node): Place {
  return { file: pathOf(node.getSourceFile()), line: node.getStartLineNumber() };
}
