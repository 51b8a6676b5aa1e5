import type { Tree } from '@nx/devkit';
import type { Component, Contract } from '../../../../contract-model/index.ts';
import { fixtureTypes } from '../../../lib/fixture-types.ts';
import { fixtureNames } from '../../../lib/insert-fixture.ts';
import { subjectNameOf } from '../../../lib/subject-name.ts';
import { nameForms } from '../../../lib/name-forms.ts';
import type { TestContext } from '../model/test-context.ts';
import { isSuiteFile, suiteSubject } from '../model/suite-file.ts';

type Names = Pick<TestContext, 'fixtures' | 'subject' | 'alias' | 'isOwn' | 'isSuite'>;

/**
 * Returns the names that tests may use in the files of a test library: fixtures and exports of the contract library.
 */
export function testContexts(
  tree: Tree,
  component: Component,
  fixturesText: string,
): (planned: { readonly contract: Contract }, file: string) => TestContext {
  const { exports: exported, values, contracts, package: contractPackage } = component;
  const functions = contracts.filter(({ kind }) => kind === 'function').map(({ name }) => name);
  const shared = {
    fixtureTypes: fixtureTypes(fixturesText),
    contractPackage,
    exported,
    exportedValues: values.filter((name) => functions.includes(name) || /Error$/.test(name)),
    hasFastCheck: tree.exists('node_modules/fast-check/package.json'),
  };
  const fixtures = fixtureNames(fixturesText);
  return ({ contract }, file) => {
    const own = subjectNameOf(contract.name);
    if (isSuiteFile(file)) return { ...shared, ...namesInSuite(fixtures, own) };
    const known = hasFixtures(tree, file) ? fixtures : [];
    const subject = [own, nameForms(component.name).propertyName].find((name) => known.includes(name));
    return { ...shared, fixtures: known, subject, alias: undefined, isOwn: subject === own, isSuite: false };
  };
}

/** A suite has its subject as the fixture `subject`; its tests use the contract's name. */
function namesInSuite(fixtures: readonly string[], own: string): Names {
  return {
    fixtures: [...new Set([...fixtures, own])],
    subject: own,
    alias: suiteSubject,
    isOwn: true,
    isSuite: true,
  };
}

/** True for a new file, and for an existing one that imports the fixtures. */
function hasFixtures(tree: Tree, file: string): boolean {
  const text = tree.read(file, 'utf-8');
  return text === null || /from\s+['"][^'"]*\/fixtures(?:\.[jt]s)?['"]/.test(text);
}
