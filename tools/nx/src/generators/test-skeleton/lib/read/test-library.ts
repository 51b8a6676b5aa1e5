import type { Tree } from '@nx/devkit';
import { fixtureNames } from '../../../lib/insert-fixture.ts';
import { wordsOf } from '../../../lib/words.ts';
import type { TestContext } from '../render/render-test.ts';
import { findTests } from './find-tests.ts';
import type { FoundTest } from './found-test.ts';
import type { Planned } from './select-promises.ts';
import { isSuiteFile } from './suite-file.ts';

/** What a component's test library holds, as far as new tests depend on it. */
export interface TestLibrary {
  readonly root: string;
  readonly tests: readonly FoundTest[];
  /** The file whose `test` has the component's fixtures, where there is one. */
  readonly fixturesFile: string | undefined;
  /** What a test of a promise may use in a file: in a suite that takes its subject, that too. */
  contextOf(this: void, planned: Planned, file: string): TestContext;
}

export function readTestLibrary(tree: Tree, component: string): TestLibrary {
  const root = `libs/${component}/test/src`;
  const file = `${root}/fixtures.ts`;
  const text = tree.read(file, 'utf-8') ?? '';
  const hasTest = /\bexport\b[^;]*\btest\b/.test(text);
  const fixtures = hasTest ? fixtureNames(text) : [];
  return {
    root,
    tests: sourcesIn(tree, root).flatMap((path) => findTests(path, tree.read(path, 'utf-8') ?? '')),
    fixturesFile: hasTest ? file : undefined,
    contextOf: ({ contract }, path) =>
      contextIn(path, fixtures, wordsOf(contract.name).propertyName, component),
  };
}

function contextIn(
  path: string,
  fixtures: readonly string[],
  subject: string,
  component: string,
): TestContext {
  if (isSuiteFile(path)) return { fixtures: [...new Set([...fixtures, subject])], subject };
  const known = [subject, wordsOf(component).propertyName].find((name) => fixtures.includes(name));
  return { fixtures, subject: known };
}

function sourcesIn(tree: Tree, folder: string): string[] {
  return tree
    .children(folder)
    .toSorted()
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      if (!tree.isFile(path)) return sourcesIn(tree, path);
      return name.endsWith('.ts') ? [path] : [];
    });
}
