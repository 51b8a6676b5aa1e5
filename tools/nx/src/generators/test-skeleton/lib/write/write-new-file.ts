import type { Tree } from '@nx/devkit';
import { formatText } from '../../../lib/format-text.ts';
import { type ImportOf, insertImport } from '../../../lib/insert-import.ts';
import type { NewFile } from './new-files.ts';
import { renderFile } from './render-file.ts';
import { renderContractSpec, renderContractSuite } from './render-contract-suite.ts';
import type { Rendered } from './render-suites.ts';
import type { Workplace } from './workplace.ts';

/** Writes a file of new tests. At the level `contract` that is a suite, and the call that runs it on what the app makes. */
export async function writeNewFile({ path, tests }: NewFile, workplace: Workplace): Promise<void> {
  const { tree, level, library } = workplace;
  if (level !== 'contract') {
    const spec = freePath(tree, path, '.spec.ts');
    await write(tree, spec, importing(renderFile(spec, tests, library.fixturesFile), tests));
    return;
  }
  const suite = freePath(tree, path.replace(/\.spec\.ts$/, '.suite.ts'), '.suite.ts');
  await write(tree, suite, importing(renderContractSuite(suite, tests, workplace), tests));
  const spec = suite.replace(/\.suite\.ts$/, '.spec.ts');
  await write(tree, spec, renderContractSpec(spec, tests, workplace));
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

/** A file of that name that has no tests of promises is a person's own. */
function freePath(tree: Tree, path: string, ending: string): string {
  return tree.exists(path) ? path.replace(ending, `.promises${ending}`) : path;
}
