import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob, posix } from 'node:path';
import { ts } from 'ts-morph';
import { readManifest } from '../../graph/package-manifest.ts';
import { findMutants } from '../mutants/find-mutants.ts';
import { instrument } from '../mutants/instrument.ts';
import type { Mutant } from '../mutants/mutant.ts';

/** A source file of the app library with its mutants. */
export interface MutatedFile {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  readonly hash: string;
  readonly mutants: readonly Mutant[];
  /** The number of the first mutant. */
  readonly first: number;
  /** The source with all its mutants. */
  readonly code: string;
}

/** Migrations and generated code promise nothing to callers. */
const ignoredFiles = ['**/*.spec.ts', '**/*.d.ts', '**/migrations/**', '**/generated/**'];

/** Reads the sources of an app library and numbers their mutants through. */
export function mutateFiles(root: string, folder: string): MutatedFile[] {
  const { ignoreFiles = [], ignoreObjects = [] } = readManifest(root, folder).vouch?.mutants ?? {};
  const ignored = [...ignoredFiles, ...ignoreFiles];
  const paths = globSync('src/**/*.ts', { cwd: join(root, folder) })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !ignored.some((glob) => matchesGlob(file, glob)))
    .toSorted();
  let first = 0;
  return paths.map((file) => {
    const mutated = mutateFile(root, posix.join(folder, file), first, ignoreObjects);
    first += mutated.mutants.length;
    return mutated;
  });
}

function mutateFile(root: string, path: string, first: number, ignored: readonly string[]): MutatedFile {
  const text = readFileSync(join(root, path), 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const mutants = findMutants(source, ignored);
  return { path, hash: hashOf(text), mutants, first, code: instrument(source, mutants, first) };
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
