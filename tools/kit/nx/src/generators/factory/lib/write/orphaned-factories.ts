import type { Tree } from '@nx/devkit';
import type { FactoryFiles } from '../factory-files.ts';
import { renderFactory } from '../render/render-factory.ts';
import type { FilesWriter } from './files-writer.ts';

interface Present {
  readonly entities: readonly string[];
  readonly prune: boolean;
}

/** Bases whose entity is gone. A person's file goes with its base only where nobody has written in it. */
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
    const isUntouched = tree.read(own, 'utf-8') === renderFactory(entity);
    writer.orphan(base, entity, prune && (isUntouched || !tree.exists(own)));
    if (tree.exists(own)) writer.orphan(own, entity, prune && isUntouched);
    if (!tree.exists(own)) forget(tree, files.index, entity);
  }
}

/** Takes the export of a factory that is gone out of the index. */
function forget(tree: Tree, index: string, entity: string): void {
  const text = tree.read(index, 'utf-8') ?? '';
  const line = new RegExp(`^export \\{ ${entity}Factory \\} from '[^']*';\\n`, 'm');
  if (line.test(text)) tree.write(index, text.replace(line, ''));
}
