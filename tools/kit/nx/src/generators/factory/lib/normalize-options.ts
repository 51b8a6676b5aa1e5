import type { Tree } from '@nx/devkit';
import { requireComponent } from '../../lib/components.ts';
import { parseNames } from '../../lib/parse-names.ts';
import type { FactorySchema } from '../schema.d.ts';
import { entitySourcesIn } from './components-with-entities.ts';

export interface FactoryOptions {
  readonly component: string;
  /** The entity to create a factory for, with the factories that it needs; undefined for all entities. */
  readonly entity: string | undefined;
  readonly exclude: readonly string[];
  readonly tenant: string | undefined;
  readonly prune: boolean;
}

export function normalizeOptions(tree: Tree, schema: FactorySchema): FactoryOptions {
  const { subject = '' } = schema;
  const isEntity = /^[A-Z]\w*$/.test(subject);
  return {
    component: isEntity ? ownerOf(tree, subject) : requireComponent(tree, subject),
    entity: isEntity ? subject : undefined,
    exclude: parseNames(schema.exclude),
    tenant: schema.tenant,
    prune: schema.prune ?? false,
  };
}

/** Checks that excluded names are entities of any component, because options from `nx.json` apply to all components. */
export function requireKnownExcluded(tree: Tree, { exclude }: FactorySchema): void {
  const unknown = parseNames(exclude).find((name) => ownersOf(tree, name).length === 0);
  if (unknown !== undefined) throw noEntity(unknown, 'names of your entities');
}

/** Finds the component whose app library defines the entity. */
function ownerOf(tree: Tree, entity: string): string {
  const [owner, ...others] = ownersOf(tree, entity);
  if (owner === undefined) throw noEntity(entity, 'a component or an entity');
  if (others.length === 0) return owner;
  throw new Error(
    `Several components define an entity ${entity}: ${[owner, ...others].join(', ')}. Expected a component. Nothing was written. Run: nx g factory ${owner}`,
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
    `No app library defines an entity ${entity}. Expected ${expected}. Nothing was written. List the entities: nx g factory all --dry-run`,
  );
}
