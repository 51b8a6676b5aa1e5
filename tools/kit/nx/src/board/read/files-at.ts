import { execFileSync } from 'node:child_process';
import type { Files } from '../../contract-model/index.ts';

/** Reads the TypeScript files and manifests below `libs` as they were at a commit. */
export function filesAt(root: string, commit: string): Files {
  const listed = git(root, ['ls-tree', '-r', '-z', commit, '--', 'libs']).split('\0').filter(Boolean);
  const entries = listed
    .map((line) => /^\d+ blob (\w+)\t(.+)$/.exec(line))
    .flatMap((match) =>
      match?.[1] && match[2] && isSource(match[2]) ? [[match[2], match[1]] as const] : [],
    );
  const texts = blobTexts(root, new Map(entries));
  return {
    read: (path) => texts.get(path) ?? null,
    isFile: (path) => texts.has(path),
    children: (folder) => childrenOf(folder, texts),
  };
}

function isSource(path: string): boolean {
  return /\/contract\/.*\.ts$|\/package\.json$/.test(path);
}

function childrenOf(folder: string, texts: ReadonlyMap<string, string>): string[] {
  const start = `${folder}/`;
  const names = [...texts.keys()]
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length).split('/')[0] ?? '');
  return [...new Set(names)].toSorted();
}

/** Reads all blobs with one process: a header line, the content, a line feed, for each. */
function blobTexts(root: string, blobs: ReadonlyMap<string, string>): Map<string, string> {
  const input = [...blobs.values()].map((id) => `${id}\n`).join('');
  const output = execFileSync('git', ['cat-file', '--batch'], { cwd: root, input, maxBuffer: 2 ** 30 });
  const texts = new Map<string, string>();
  let at = 0;
  for (const path of blobs.keys()) {
    const headerEnd = output.indexOf('\n', at);
    const size = Number(output.toString('utf8', at, headerEnd).split(' ')[2]);
    texts.set(path, output.toString('utf8', headerEnd + 1, headerEnd + 1 + size));
    at = headerEnd + size + 2;
  }
  return texts;
}

export function git(root: string, args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
