import type { Tree } from '@nx/devkit';
import { nameForms } from '../../../lib/name-forms.ts';
import type { FactoryOptions } from '../normalize-options.ts';
import { filesOf } from '../factory-files.ts';
import type { EntitiesModel, EntityModel } from '../model/entity-model.ts';
import type { Upstream } from '../read-upstream.ts';
import { type KnownTenancy, tenancyIn } from './tenancy-in.ts';

/** How a component's rows say whose they are, and where that is written down. */
export interface FoundTenancy extends KnownTenancy {
  /** The test library that says it; none where it is this component's. */
  readonly package: string | undefined;
  /** Where it is not written down yet. */
  readonly setting?: string | undefined;
}

/** Usual names of a tenant entity. */
const usual = new Set('Organization Organisation Tenant Workspace Company Account Team'.split(' '));

/**
 * What a tenant is: as the option says, as it is written down here or in a component that this one builds on, or the
 * entity that others belong to and that has the name of one.
 */
export function findTenancy(
  tree: Tree,
  { component, tenant }: Pick<FactoryOptions, 'component' | 'tenant'>,
  model: EntitiesModel,
  upstream: readonly Upstream[],
): FoundTenancy | undefined {
  if (tenant === 'none') return undefined;
  const own = tenancyIn(tree, filesOf(component).tenancy);
  const written = [
    ...(own ? [{ ...own, package: undefined }] : []),
    ...upstream.flatMap(({ tenancy, package: from }) => (tenancy ? [{ ...tenancy, package: from }] : [])),
  ];
  const known = tenant === undefined ? written[0] : written.find(({ root }) => root === tenant);
  if (known) return known;
  const root = tenant === undefined ? guess(model, component) : named(model, tenant, component);
  return root === undefined ? undefined : { ...describe(root, model), package: undefined };
}

function guess({ entities }: EntitiesModel, component: string): string | undefined {
  const owners = new Set(entities.flatMap(({ properties }) => properties.flatMap(targetOf)));
  const candidates = [...owners].filter((name) => usual.has(name));
  if (candidates.length <= 1) return candidates[0];
  throw new Error(
    `It is not clear what a tenant is in ${component}: ${candidates.toSorted().join(', ')} could be one. Nothing was written. ` +
      `Expected a name, or none: nx g factory ${component} --tenant=${candidates[0] ?? 'none'}`,
  );
}

function named({ entities }: EntitiesModel, tenant: string, component: string): string {
  if (entities.some(({ name }) => name === tenant)) return tenant;
  const names = entities.map(({ name }) => name).join(', ');
  throw new Error(
    `There is no entity ${JSON.stringify(tenant)} in ${component} that could be a tenant. Nothing was written. Expected none or one of: ${names}. ` +
      `Try: nx g factory ${component} --tenant=none`,
  );
}

/** The name of the relation that most entities have to it. */
function describe(root: string, { entities, settings }: EntitiesModel): Omit<FoundTenancy, 'package'> {
  const relations = entities.flatMap(({ properties }: EntityModel) =>
    properties.filter((property) => targetOf(property)[0] === root).map(({ name }) => name),
  );
  const counts = Map.groupBy(relations, (name) => name);
  const [most] = [...counts].toSorted(([, a], [, b]) => b.length - a.length);
  const property = most?.[0] ?? nameForms(root).propertyName;
  const snake = nameForms(property).fileName.replaceAll('-', '_');
  return { root, property, setting: settings.find((name) => name.endsWith(`${snake}_id`)) };
}

function targetOf({ kind, owner, target }: EntityModel['properties'][number]): string[] {
  return (kind === 'm:1' || kind === '1:1') && owner && target !== undefined ? [target] : [];
}
