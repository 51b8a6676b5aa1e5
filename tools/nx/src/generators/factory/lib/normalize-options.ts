import type { Tree } from '@nx/devkit';
import { checkComponent } from '../../lib/components-in.ts';
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
    component: isEntity ? ownerOf(tree, subject) : checkComponent(tree, subject),
    entity: isEntity ? subject : undefined,
    exclude: (schema.exclude ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    tenant: schema.tenant,
    prune: schema.prune ?? false,
  };
}

/** The component whose app library defines the entity. */
function ownerOf(tree: Tree, entity: string): string {
  const defines = new RegExp(
    `\\b(?:name: ['"]${entity}['"]|class ${entity}\\b|const ${entity}(?:Entity|Schema)?\\b)`,
  );
  const owners = tree
    .children('libs')
    .filter((component) => entitySourcesIn(tree, component).some((text) => defines.test(text)));
  const [owner, other] = owners;
  if (owner !== undefined && other === undefined) return owner;
  throw new Error(
    owner === undefined
      ? `No app library defines an entity ${entity}. Nothing was written. Expected a component or an entity of one. See which there are: ls libs`
      : `Several components define an entity ${entity}: ${owners.join(', ')}. Nothing was written. Expected one: nx g factory ${owner}`,
  );
}
