import type { Tree } from '@nx/devkit';
import type { FactoryFiles } from '../factory-files.ts';
import { isUneditedFactory } from '../render/render-factory.ts';
import type { FilesWriter } from './files-writer.ts';

interface Present {
  readonly entities: readonly string[];
  readonly prune: boolean;
}

/** Marks factories whose entity is gone. A person's file is removed with its base only if it is still as generated. */
export function markOrphans(
  tree: Tree,
  writer: FilesWriter,
  files: FactoryFiles,
  { entities, prune }: Present,
): void {
  const present = new Set(entities.map(files.baseOf));
  const bases = tree.children(files.generated).filter((name) => name.endsWith('-base.ts'));
  for (const name of bases.toSorted()) {
    const base = `${files.generated}/${name}`;
    if (present.has(base)) continue;
    const entity = /class (\w+)Base\b/.exec(tree.read(base, 'utf-8') ?? '')?.[1] ?? '';
    const own = files.ownOf(entity);
    const isUnedited = isUneditedFactory(tree.read(own, 'utf-8'), entity);
    writer.orphan(base, entity, prune && (isUnedited || !tree.exists(own)));
    if (tree.exists(own)) writer.orphan(own, entity, prune && isUnedited);
    if (!tree.exists(own)) removeExport(tree, files.index, entity);
  }
}

/** Removes the export of a deleted factory from the index. */
function removeExport(tree: Tree, index: string, entity: string): void {
  const text = tree.read(index, 'utf-8') ?? '';
  const line = new RegExp(`^export \\{ ${entity}Factory \\} from '[^']*';\\n`, 'm');
  if (line.test(text)) tree.write(index, text.replace(line, ''));
}
