import { join } from 'node:path';
import { readJson, type Tree } from '@nx/devkit';
import type { Options } from 'prettier';

/** A text as Prettier forms it at a path, indented so many columns; as it is where Prettier is not installed. */
export async function formatText(tree: Tree, path: string, text: string, indentation = 0): Promise<string> {
  const prettier = await import('prettier').catch(() => undefined);
  if (!prettier) return text;
  const onDisk = await prettier.resolveConfig(join(tree.root, path), { editorconfig: true });
  const settings = { ...settingsIn(tree), ...onDisk };
  return prettier.format(text, {
    ...settings,
    printWidth: (settings.printWidth ?? 80) - indentation,
    filepath: path,
  });
}

/** Code as Prettier forms it on lines without an end: formatting it once more, however set, changes what `withDraftMark` is blind to alone. */
export async function formatOnOneLine(code: string): Promise<string> {
  const prettier = await import('prettier').catch(() => undefined);
  return prettier
    ? (await prettier.format(code, { parser: 'typescript', printWidth: 10_000 })).trimEnd()
    : code;
}

/** A text after an edit: as Prettier forms it where it was so before, and otherwise as it is. */
export async function formatAsBefore(
  tree: Tree,
  path: string,
  before: string,
  after: string,
): Promise<string> {
  return (await formatText(tree, path, before)) === before ? formatText(tree, path, after) : after;
}

/** The tree may be all that there is. */
function settingsIn(tree: Tree): Options {
  const file = ['.prettierrc.json', '.prettierrc'].find((name) => tree.isFile(name));
  return file === undefined ? {} : readJson<Options>(tree, file);
}
