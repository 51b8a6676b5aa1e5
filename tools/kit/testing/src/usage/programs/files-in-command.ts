import { basename, resolve } from 'node:path';

export interface FileInCommand {
  readonly path: string;
  /** Everything below it, and not only itself. */
  readonly deep: boolean;
}

const shell = /(?:^|\/)(?:ba|da|z|k|a)?sh$/;
const wholeTree = new Set(['ls-files', 'status', 'diff', 'grep', 'add', 'commit', 'stash', 'clean']);

/**
 * Returns the files that a program certainly reads: itself, and the files in its command. For Git also its working
 * directory, if the command reads files there.
 */
export function filesInCommand(program: string, args: readonly string[], cwd: string): FileInCommand[] {
  const given = shell.test(program) ? args.flatMap((arg) => arg.split(/[\s'"`;|&<>()]+/)) : args;
  const words = [program, ...given];
  const paths = words
    .map((word) => /^-[^=]*=(.+)$/.exec(word)?.[1] ?? word)
    .filter((word) => /[./\\]/.test(word) && !word.startsWith('-'))
    .map((word) => ({ path: resolve(cwd, word), deep: false }));
  const tree = treeOfGit(words, cwd);
  return tree === undefined ? paths : [...paths, { path: tree, deep: true }];
}

function treeOfGit(words: readonly string[], cwd: string): string | undefined {
  const at = words.findIndex((word) => basename(word) === 'git');
  if (at < 0 || (at > 0 && !shell.test(words[0] ?? ''))) return undefined;
  const rest = words.slice(at + 1);
  const folder = rest.indexOf('-C') < 0 ? cwd : resolve(cwd, rest[rest.indexOf('-C') + 1] ?? '.');
  const source = rest.includes('clone') ? rest.slice(rest.indexOf('clone') + 1).find(isPath) : undefined;
  if (source !== undefined) return resolve(cwd, source);
  return rest.some((word) => wholeTree.has(word)) ? folder : undefined;
}

function isPath(word: string): boolean {
  return /^[./]/.test(word);
}
