import type { Tree } from '@nx/devkit';
import type { Component } from '../../../../contract-model/index.ts';
import type { TestContext } from '../render/test-context.ts';
import { contextsIn } from './contexts-in.ts';
import { findTests } from './find-tests.ts';
import type { FoundTest } from './found-test.ts';
import type { Planned } from './select-promises.ts';

/** What a component's test library holds, as far as new tests depend on it. */
export interface TestLibrary {
  readonly root: string;
  readonly tests: readonly FoundTest[];
  /** The file whose `test` has the component's fixtures, where there is one. */
  readonly fixturesFile: string | undefined;
  /** What a test of a promise may use in a file: in a suite that takes its subject, that too. */
  contextOf(this: void, planned: Planned, file: string): TestContext;
}

export function readTestLibrary(tree: Tree, component: Component): TestLibrary {
  const root = `libs/${component.name}/test/src`;
  const file = `${root}/fixtures.ts`;
  const text = tree.read(file, 'utf-8') ?? '';
  const hasTest = /\bexport\b[^;]*\btest\b/.test(text);
  return {
    root,
    tests: sourcesIn(tree, root).flatMap((path) => findTests(path, tree.read(path, 'utf-8') ?? '')),
    fixturesFile: hasTest ? file : undefined,
    contextOf: contextsIn(tree, component, hasTest ? text : ''),
  };
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
