import type { Tree } from '@nx/devkit';
import { formatText } from '../../../lib/format-text.ts';
import { type ImportOf, insertImport } from '../../../lib/insert-import.ts';
import { nameSuite } from '../render/file/name-suite.ts';
import type { NewFile, NewTests } from './new-tests.ts';
import {
  renderContractSpec,
  renderContractSuite,
  renderWholeSuite,
} from '../render/file/render-contract-suite.ts';
import { renderFile } from '../render/file/render-spec-file.ts';
import type { WriteContext } from '../model/write-context.ts';
import type { RenderedTest } from '../model/rendered-test.ts';

/** Writes files of new tests. At level `contract`: a suite, and its call with the app's implementation. */
export async function writeNewTests(contract: NewTests, context: WriteContext): Promise<void> {
  const { tree, level, library } = context;
  if (level === 'contract') return writeSuites(contract, context);
  for (const { stem, tests } of contract.parts) {
    const path = freePath(tree, stem, '.spec.ts');
    await write(tree, path, importing(renderFile(path, tests, library.fixturesFile), tests));
  }
}

async function writeSuites(contract: NewTests, context: WriteContext): Promise<void> {
  const { tree, folder } = context;
  const whole = freePath(tree, contract.stem, '.suite.ts');
  const isOne = contract.parts.length === 1;
  const paths: string[] = [];
  for (const part of contract.parts) paths.push(await writeSuite(part, isOne ? whole : undefined, context));
  if (!isOne) await write(tree, whole, renderWholeSuite(whole, paths, contract.tests, context));
  const spec = whole.replace(/\.suite\.ts$/, '.spec.ts');
  await write(
    tree,
    spec,
    renderContractSpec(whole, nameSuite(contract.stem, folder), contract.tests, context),
  );
}

async function writeSuite(
  { stem, tests }: NewFile,
  given: string | undefined,
  context: WriteContext,
): Promise<string> {
  const { tree, folder } = context;
  const path = given ?? freePath(tree, stem, '.suite.ts');
  await write(
    tree,
    path,
    importing(renderContractSuite(path, nameSuite(stem, folder), tests, context), tests),
  );
  return path;
}

function importing(text: string, tests: readonly RenderedTest[]): string {
  const imports = tests.flatMap((test) => test.imports);
  return imports.toSorted((a, b) => Number(isType(a)) - Number(isType(b))).reduce(insertImport, text);
}

/** Sorts types after values, so that they join the values' import. */
function isType({ name }: ImportOf): boolean {
  return name.startsWith('type ');
}

async function write(tree: Tree, path: string, text: string): Promise<void> {
  tree.write(path, await formatText(tree, path, text));
}

/** Returns a free path. An existing file belongs to a person or to a contract with a similar name. */
function freePath(tree: Tree, stem: string, ending: string, count = 1): string {
  const name = count === 1 ? '' : count === 2 ? '.promises' : `.promises-${count}`;
  const path = `${stem}${name}${ending}`;
  return tree.exists(path) ? freePath(tree, stem, ending, count + 1) : path;
}
