import { formatText } from '../../src/generators/lib/format-text.ts';
import componentGenerator from '../../src/generators/component/generator.ts';
import { cloneTree } from './clone-tree.ts';

/** Loads modules that generators load late, so that the first test of a file is not slower. */
export async function warmUp(): Promise<void> {
  const tree = cloneTree();
  await componentGenerator(tree, { name: 'warm' });
  await formatText(tree, 'warm.md', '# Warm\n');
  await import('../../src/contract-model/dependencies/build-dependencies.ts');
}
