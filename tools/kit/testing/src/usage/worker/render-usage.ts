import fs from 'node:fs';
import type { Account, FoundUse } from '../collect/account.ts';
import { type WorkspacePaths } from '../paths/workspace-paths.ts';
import { packageName } from '../../worker/package-name.ts';
import type { Reader } from '../stack/find-reader.ts';
import { type Usage, type Use, waysOfUse } from '../usage.ts';
import { globbedFolders, mayGlob } from './import-globs.ts';
import type { ModuleGraph } from './module-graph.ts';
import { packageOfNode } from './native-modules.ts';
import type { SourceLines } from './source-lines.ts';
import { runnerModule } from './vitest-modules.ts';

// Keeps the original function, because hooks replace it.
const { readFileSync } = fs;

/** Combines the recorded uses of a test file with the modules that it loaded. */
export class UsageRenderer {
  readonly #paths: WorkspacePaths;
  readonly #lines: SourceLines;

  constructor(paths: WorkspacePaths, lines: SourceLines) {
    this.#paths = paths;
    this.#lines = lines;
  }

  render(spec: string, graph: ModuleGraph, account: Account): Usage {
    const shown = ({ how, by }: FoundUse): Use => ({ how, by: this.lineOf(by, spec) });
    const files = new Map<string, Use>();
    for (const [path, use] of account.files) files.set(path, shown(use));
    for (const file of graph.files.keys()) this.#addGlobs(file, files);
    for (const [file, importer] of graph.files) {
      const path = this.#paths.sourcePath(file);
      if (path !== undefined) files.set(path, { how: 'imported', by: this.#nameOf(importer) ?? spec });
    }
    const variables = [...account.variables].map(([name, use]) => [name, shown(use)] as const);
    return {
      files: Object.fromEntries(withoutCovered(files)),
      variables: Object.fromEntries(variables),
      packages: [...new Set([...graph.packages, ...account.packages])].toSorted(),
    };
  }

  /** Returns the position of a reader in its source. */
  lineOf(reader: Reader | string, spec: string): string {
    if (typeof reader === 'string') return reader;
    const { line, nearest = '' } = reader;
    const path = line === undefined ? undefined : this.#paths.sourcePath(line.file);
    if (line !== undefined && path !== undefined) return `${path}:${this.#lines.lineOf(line)}`;
    return this.#nameOf(nearest) ?? this.#nameOf(spec) ?? spec;
  }

  /** Returns the path in the workspace, or the name of the package. */
  #nameOf(file: string): string | undefined {
    return this.#paths.sourcePath(file) ?? packageOfNode(file) ?? packageName(file.replaceAll('\\', '/'));
  }

  #addGlobs(file: string, files: Map<string, Use>): void {
    const path = this.#paths.sourcePath(file);
    if (path === undefined || !mayGlob(runnerModule(file)?.meta?.code ?? '')) return;
    for (const { folder, deep, line } of globbedFolders(file, sourceOf(file), this.#paths.root)) {
      const place = this.#paths.sourcePath(folder);
      if (place !== undefined)
        files.set(`${place}/${deep ? '**' : ''}`, { how: 'listed', by: `${path}:${line}` });
    }
  }
}

/** Returns an empty text if the test has removed the file. */
function sourceOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Removes uses below a folder that was read or listed as a whole. */
function withoutCovered(files: ReadonlyMap<string, Use>): [string, Use][] {
  const whole = [...files].filter(([path]) => path.endsWith('/**'));
  const covers = ([folder, use]: readonly [string, Use], path: string, { how }: Use) =>
    path !== folder &&
    path.startsWith(folder.slice(0, -2).replace(/^\.\//, '')) &&
    waysOfUse.indexOf(use.how) <= waysOfUse.indexOf(how);
  return [...files].filter(([path, use]) => !whole.some((folder) => covers(folder, path, use)));
}
