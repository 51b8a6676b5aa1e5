import type { Tree } from '@nx/devkit';
import { formatText } from '../../../lib/format-text.ts';
import type { NewFile } from './new-files.ts';
import { renderFile } from './render-file.ts';
import { renderContractSpec, renderContractSuite } from './render-contract-suite.ts';
import type { Workplace } from './workplace.ts';

/** Writes a file of new tests. At the level `contract` that is a suite, and the call that runs it on what the app makes. */
export async function writeNewFile({ path, tests }: NewFile, workplace: Workplace): Promise<void> {
  const { tree, level, library } = workplace;
  if (level !== 'contract') {
    await write(tree, freePath(tree, path, '.spec.ts'), (free) =>
      renderFile(free, tests, library.fixturesFile),
    );
    return;
  }
  const suite = freePath(tree, path.replace(/\.spec\.ts$/, '.suite.ts'), '.suite.ts');
  await write(tree, suite, (free) => renderContractSuite(free, tests, workplace));
  await write(tree, suite.replace(/\.suite\.ts$/, '.spec.ts'), (free) =>
    renderContractSpec(free, tests, workplace),
  );
}

async function write(tree: Tree, path: string, render: (path: string) => string): Promise<void> {
  tree.write(path, await formatText(tree, path, render(path)));
}

/** A file of that name that has no tests of promises is a person's own. */
function freePath(tree: Tree, path: string, ending: string): string {
  return tree.exists(path) ? path.replace(ending, `.promises${ending}`) : path;
}
