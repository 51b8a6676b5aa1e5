import type { Tree } from '@nx/devkit';
import { formatText } from '../../../lib/format-text.ts';
import { type ImportOf, insertImport } from '../../../lib/insert-import.ts';
import { nameSuite } from './name-suite.ts';
import type { NewFile, NewTests } from './new-tests.ts';
import { renderContractSpec, renderContractSuite, renderWholeSuite } from './render-contract-suite.ts';
import { renderFile } from './render-file.ts';
import type { Rendered } from './render-suites.ts';
import type { Workplace } from './workplace.ts';

/** Writes files of new tests. At the level `contract` that is a suite, and the call that runs it on what the app makes. */
export async function writeNewTests(contract: NewTests, workplace: Workplace): Promise<void> {
  const { tree, level, library } = workplace;
  if (level === 'contract') return writeSuites(contract, workplace);
  for (const { stem, tests } of contract.parts) {
    const path = freePath(tree, stem, '.spec.ts');
    await write(tree, path, importing(renderFile(path, tests, library.fixturesFile), tests));
  }
}

async function writeSuites(contract: NewTests, workplace: Workplace): Promise<void> {
  const { tree, folder } = workplace;
  const whole = freePath(tree, contract.stem, '.suite.ts');
  const isOne = contract.parts.length === 1;
  const paths: string[] = [];
  for (const part of contract.parts) paths.push(await writeSuite(part, isOne ? whole : undefined, workplace));
  if (!isOne) await write(tree, whole, renderWholeSuite(whole, paths, contract.tests, workplace));
  const spec = whole.replace(/\.suite\.ts$/, '.spec.ts');
  await write(
    tree,
    spec,
    renderContractSpec(whole, nameSuite(contract.stem, folder), contract.tests, workplace),
  );
}

async function writeSuite(
  { stem, tests }: NewFile,
  given: string | undefined,
  workplace: Workplace,
): Promise<string> {
  const { tree, folder } = workplace;
  const path = given ?? freePath(tree, stem, '.suite.ts');
  await write(
    tree,
    path,
    importing(renderContractSuite(path, nameSuite(stem, folder), tests, workplace), tests),
  );
  return path;
}

function importing(text: string, tests: readonly Rendered[]): string {
  const imports = tests.flatMap((test) => test.imports);
  return imports.toSorted((a, b) => Number(isType(a)) - Number(isType(b))).reduce(insertImport, text);
}

/** After values, so that they can join the import of these. */
function isType({ name }: ImportOf): boolean {
  return name.startsWith('type ');
}

async function write(tree: Tree, path: string, text: string): Promise<void> {
  tree.write(path, await formatText(tree, path, text));
}

/** A file of that name is a person's own, or of a contract whose name sounds alike. */
function freePath(tree: Tree, stem: string, ending: string, count = 1): string {
  const name = count === 1 ? '' : count === 2 ? '.promises' : `.promises-${count}`;
  const path = `${stem}${name}${ending}`;
  return tree.exists(path) ? freePath(tree, stem, ending, count + 1) : path;
}
