import type { Tree } from '@nx/devkit';
import type { Component, Contract } from '../../../../contract-model/index.ts';
import { fixtureTypes } from '../../../lib/fixture-types.ts';
import { fixtureNames } from '../../../lib/insert-fixture.ts';
import { wordsOf } from '../../../lib/words.ts';
import type { TestContext } from '../render/test-context.ts';
import { isSuiteFile } from './suite-file.ts';

type Names = Pick<TestContext, 'fixtures' | 'subject' | 'isOwn' | 'isSuite'>;

/** What tests may use in the files of a test library: its fixtures, and what the contract library exports. */
export function contextsIn(
  tree: Tree,
  component: Component,
  fixturesText: string,
): (planned: { readonly contract: Contract }, file: string) => TestContext {
  const { exports: exported, contracts, package: contractPackage } = component;
  const functions = contracts.filter(({ kind }) => kind === 'function').map(({ name }) => name);
  const shared = {
    fixtureTypes: fixtureTypes(fixturesText),
    contractPackage,
    exported,
    exportedValues: exported.filter((name) => functions.includes(name) || /Error$/.test(name)),
    hasFastCheck: tree.exists('node_modules/fast-check/package.json'),
  };
  const fixtures = fixtureNames(fixturesText);
  return ({ contract }, file) => {
    const own = wordsOf(contract.name).propertyName;
    const known = hasFixtures(tree, file) ? fixtures : [];
    return { ...shared, ...namesIn(file, known, own, wordsOf(component.name).propertyName) };
  };
}

function namesIn(file: string, fixtures: readonly string[], own: string, component: string): Names {
  if (isSuiteFile(file))
    return { fixtures: [...new Set([...fixtures, own])], subject: own, isOwn: true, isSuite: true };
  const subject = [own, component].find((name) => fixtures.includes(name));
  return { fixtures, subject, isOwn: subject === own, isSuite: false };
}

/** A new file will have them; one that is there has them when it imports them. */
function hasFixtures(tree: Tree, file: string): boolean {
  const text = tree.read(file, 'utf-8');
  return text === null || /from\s+['"][^'"]*\/fixtures(?:\.[jt]s)?['"]/.test(text);
}
