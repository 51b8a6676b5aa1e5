import type { Tree } from '@nx/devkit';
import { requireComponent } from '../../lib/components.ts';
import { parseNames } from '../../lib/parse-names.ts';
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
  return {
    component: isEntity ? ownerOf(tree, subject) : requireComponent(tree, subject),
    entity: isEntity ? subject : undefined,
    exclude: parseNames(schema.exclude),
    tenant: schema.tenant,
    prune: schema.prune ?? false,
  };
}

/** What is left out has to be an entity of some component: which one, `nx.json` cannot say. */
export function refuseUnknownExcluded(tree: Tree, { exclude }: FactorySchema): void {
  const unknown = parseNames(exclude).find((name) => ownersOf(tree, name).length === 0);
  if (unknown !== undefined) throw noEntity(unknown, 'entities of yours');
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
