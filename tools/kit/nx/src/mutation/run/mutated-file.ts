import { globSync, readFileSync } from 'node:fs';
import { join, matchesGlob, posix } from 'node:path';
import { ts } from 'ts-morph';
import { readManifest } from '../../graph/package-manifest.ts';
import { findMutants } from '../mutants/find-mutants.ts';
import { instrument } from '../mutants/instrument.ts';
import type { Mutant } from '../mutants/mutant.ts';
import { hashOf } from './hash-files.ts';

/** A source file of the app library with its mutants. */
export interface MutatedFile {
  /** Relative to the workspace, with forward slashes. */
  readonly path: string;
  /** Changes with the code outside of functions, methods and statements that have mutants. */
  readonly hash: string;
  /** Hash of the whole file. */
  readonly content: string;
  readonly mutants: readonly Mutant[];
  /** Names of the mutants, each of which changes with the function, method or statement around the mutant. */
  readonly names: readonly string[];
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
  const [hash, names] = [hashOf(codeOutside(text, mutants)), namesOf(text, mutants)];
  return {
    path,
    hash,
    content: hashOf(text),
    mutants,
    names,
    first,
    code: instrument(source, mutants, first),
  };
}

function codeOutside(text: string, mutants: readonly Mutant[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of mutants
    .map(({ unit }) => unit)
    .toSorted((one, other) => one.start - other.start)) {
    if (start > at) rest += text.slice(at, start);
    at = Math.max(at, end);
  }
  return (rest + text.slice(at)).replace(/\s+/g, ' ');
}

function namesOf(text: string, mutants: readonly Mutant[]): string[] {
  const counts = new Map<string, number>();
  return mutants.map(({ unit: { start, end }, change }) => {
    const name = `${hashOf(text.slice(start, end))} ${change}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name} ${count}`;
  });
}
