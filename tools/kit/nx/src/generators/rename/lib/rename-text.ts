import type { RenameOptions } from './normalize-options.ts';
import { titleOf } from './title-of.ts';

/** A file's text with the new names in the places of the old. Mail addresses and longer names stay. */
export function renameText(text: string, { scope, name }: RenameOptions): string {
  return renameApplication(renameScope(text, scope), name);
}

function renameScope(text: string, { from, to }: RenameOptions['scope']): string {
  const whole = new RegExp(`(?<![\\w.+-])${RegExp.escape(from)}(?![\\w-]|\\.\\w)`, 'g');
  return text.replace(whole, () => to);
}

/** Renames the application in the last part of a path or address, and in the title of its API. */
function renameApplication(text: string, { from, to }: RenameOptions['name']): string {
  const lastPart = new RegExp(`(?<=[\\w./]/)${RegExp.escape(from)}(?=['"\`,;)\\s]|$)`, 'gm');
  const title = new RegExp(`\\b${RegExp.escape(titleOf(from))}(?= API\\b)`, 'g');
  return text.replace(lastPart, () => to).replace(title, () => titleOf(to));
}
