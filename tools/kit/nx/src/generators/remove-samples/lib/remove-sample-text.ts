import { type Tree, visitNotIgnoredFiles } from '@nx/devkit';
import { formatText } from '../../lib/format-text.ts';
import { isAboutSample, stripSampleMarkers } from './strip-sample-markers.ts';
import { removeTableRows } from './remove-table-rows.ts';

/** Places that may have passages about samples: benchmarks in `tools/proof` measure the API with them. The kit has none. */
const places = ['apps', 'docs', 'tools/proof', 'README.md'];

/** Removes files about samples, sample passages in other files, and table rows with removed paths. */
export async function removeSampleText(tree: Tree, samples: readonly string[]): Promise<void> {
  if (samples.length === 0) return;
  const files = filesIn(tree);
  const gone = files.filter((path) => isAboutSample(tree.read(path, 'utf-8') ?? '', samples));
  for (const path of gone) tree.delete(path);
  const paths = [...gone, ...samples.map((sample) => `libs/${sample}/`)];
  for (const path of files.filter((each) => !gone.includes(each))) {
    const before = tree.read(path, 'utf-8') ?? '';
    const without = stripSampleMarkers(before, samples);
    const after = path.endsWith('.md') ? removeTableRows(without, paths) : without;
    if (after !== before) tree.write(path, await formatText(tree, path, after));
  }
}

function filesIn(tree: Tree): string[] {
  const files: string[] = [];
  for (const place of places) {
    if (tree.isFile(place)) files.push(place);
    else visitNotIgnoredFiles(tree, place, (path) => void files.push(path));
  }
  return files.filter((path) => /\.(?:ts|mjs|md)$/.test(path));
}
