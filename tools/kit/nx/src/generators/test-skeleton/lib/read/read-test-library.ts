import type { Tree } from '@nx/devkit';
import type { Component } from '../../../../contract-model/index.ts';
import { testContexts } from './test-contexts.ts';
import { findTests } from '../../../../promise-tests/find-tests.ts';
import type { TestLibrary } from '../model/test-library.ts';

export function readTestLibrary(tree: Tree, component: Component): TestLibrary {
  const root = `libs/${component.name}/test/src`;
  const file = `${root}/fixtures.ts`;
  const text = tree.read(file, 'utf-8') ?? '';
  const hasTest = /\bexport\b[^;]*\btest\b/.test(text);
  return {
    root,
    tests: sourcesIn(tree, root).flatMap((path) => findTests(path, tree.read(path, 'utf-8') ?? '')),
    fixturesFile: hasTest ? file : undefined,
    contextOf: testContexts(tree, component, hasTest ? text : ''),
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
