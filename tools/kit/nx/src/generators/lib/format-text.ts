import { join } from 'node:path';
import { readJson, type Tree } from '@nx/devkit';
import type { Options } from 'prettier';

/**
 * Formats a text with Prettier for a path, with less width for its indentation. Returns it unchanged without
 * Prettier.
 */
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

/**
 * Formats code without a line limit. Formatting it again, with any settings, changes only what the draft hash
 * ignores.
 */
export async function formatOnOneLine(code: string): Promise<string> {
  const prettier = await import('prettier').catch(() => undefined);
  return prettier
    ? (await prettier.format(code, { parser: 'typescript', printWidth: 10_000 })).trimEnd()
    : code;
}

/** Formats an edited text if it was formatted before. */
export async function formatAsBefore(
  tree: Tree,
  path: string,
  before: string,
  after: string,
): Promise<string> {
  return (await formatText(tree, path, before)) === before ? formatText(tree, path, after) : after;
}

/** Reads the settings from the tree, which may not be on disk. */
function settingsIn(tree: Tree): Options {
  const file = ['.prettierrc.json', '.prettierrc'].find((name) => tree.isFile(name));
  return file === undefined ? {} : readJson<Options>(tree, file);
}
