import type { Tree } from '@nx/devkit';
import { nameForms } from '../../../lib/name-forms.ts';
import type { FactoryOptions } from '../normalize-options.ts';
import { filesOf } from '../factory-files.ts';
import type { EntitiesModel, EntityModel } from '../model/entity-model.ts';
import type { Upstream } from '../read-upstream.ts';
import { type KnownTenancy, tenancyIn } from './tenancy-in.ts';

/** The property by which rows belong to a tenant, and where it is declared. */
export interface FoundTenancy extends KnownTenancy {
  /** The test library that declares it; undefined for the component's own. */
  readonly package: string | undefined;
  /** The setting of the policies, if the tenancy is not declared yet. */
  readonly setting?: string | undefined;
}

/** Usual names of a tenant entity. */
const usual = new Set('Organization Organisation Tenant Workspace Company Account Team'.split(' '));

/**
 * Finds the tenant entity: the one in the option, else the one declared here or in a component below, else the
 * entity with a usual tenant name that others belong to.
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
    `The tenant of ${component} is ambiguous: ${candidates.toSorted().join(', ')} are candidates. Nothing was written. ` +
      `Expected a name, or none. Run: nx g factory ${component} --tenant=${candidates[0] ?? 'none'}`,
  );
}

function named({ entities }: EntitiesModel, tenant: string, component: string): string {
  if (entities.some(({ name }) => name === tenant)) return tenant;
  const names = entities.map(({ name }) => name).join(', ');
  throw new Error(
    `${component} has no entity ${JSON.stringify(tenant)} that could be the tenant. Expected none or one of: ${names}. Nothing was written. ` +
      `Run: nx g factory ${component} --tenant=none`,
  );
}

/** Takes the most frequent name of the relation to the tenant. */
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
