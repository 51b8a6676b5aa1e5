import type { Node } from 'ts-morph';
import type { Place } from '../model.ts';
import { pathOf } from './create-program.ts';

export function placeOf(node: Node): Place {
  const file = node.getSourceFile();
  const { line } = file.compilerNode.getLineAndCharacterOfPosition(node.getStart());
  return { file: pathOf(file), line: line + 1 };
}
