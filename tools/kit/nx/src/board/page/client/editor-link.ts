import type { Place } from '../../board.ts';
import { create } from './create-element.ts';

/** Returns a link that opens a place in Visual Studio Code, and shows its path. */
export function editorLink(root: string, { file, line }: Place, text?: string): HTMLAnchorElement {
  const where = `${file}:${line}`;
  const path = encodeURI(`${root}/${where}`).replaceAll('#', '%23').replaceAll('?', '%3F');
  const href = `vscode://file/${path.replace(/^\//, '')}`;
  return create('a', { href, title: where, dir: 'auto' }, text ?? where);
}
