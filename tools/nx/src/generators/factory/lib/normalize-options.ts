import type { Tree } from '@nx/devkit';
import { checkComponent } from '../../lib/components-in.ts';
import { namesIn } from '../../lib/names-in.ts';
import type { FactorySchema } from '../schema.d.ts';
import { entitySourcesIn } from './components-with-entities.ts';

export interface FactoryOptions {
  readonly component: string;
  /** One entity's factory, and those of what it refers to; all where none is named. */
  readonly entity: string | undefined;
  readonly exclude: readonly string[];
  readonly tenant: string | undefined;
  readonly prune: boolean;
}

export function normalizeOptions(tree: Tree, schema: FactorySchema): FactoryOptions {
  const { subject = '' } = schema;
  const isEntity = /^[A-Z]\w*$/.test(subject);
  const exclude = namesIn(schema.exclude);
  for (const name of exclude)
    if (ownersOf(tree, name).length === 0) throw noEntity(name, 'entities of yours');
  return {
    component: isEntity ? ownerOf(tree, subject) : checkComponent(tree, subject),
    entity: isEntity ? subject : undefined,
    exclude,
    tenant: schema.tenant,
    prune: schema.prune ?? false,
  };
}

/** The component whose app library defines the entity. */
function ownerOf(tree: Tree, entity: string): string {
  const [owner, ...others] = ownersOf(tree, entity);
  if (owner === undefined) throw noEntity(entity, 'a component or an entity of one');
  if (others.length === 0) return owner;
  throw new Error(
    `Several components define an entity ${entity}: ${[owner, ...others].join(', ')}. Nothing was written. Expected one: nx g factory ${owner}`,
  );
}

function ownersOf(tree: Tree, entity: string): string[] {
  const name = RegExp.escape(entity);
  const defines = new RegExp(
    `\\b(?:name: ['"]${name}['"]|class ${name}\\b|const ${name}(?:Entity|Schema)?\\b)`,
  );
  return tree
    .children('libs')
    .filter((component) => entitySourcesIn(tree, component).some((text) => defines.test(text)));
}

function noEntity(entity: string, expected: string): Error {
  return new Error(
    `No app library defines an entity ${entity}. Nothing was written. Expected ${expected}. See which there are: nx g factory all --dry-run`,
  );
}
