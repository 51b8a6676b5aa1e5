import type { EntityMetadata, EntityName, RequiredEntityData } from '@mikro-orm/core';
import { attributesOf } from './attributes-of.ts';
import { childrenOf } from './children-of.ts';
import { explainValues } from './explain-values.ts';
import type { FactoryContext } from './factory-context.ts';
import { type FactoryState, emptyState, type RequestedChildren } from './factory-state.ts';
import { resolveParents } from './resolve-parents.ts';
import type { EntitiesOf, ParentFactories, BuildContext, NoParents } from './build-context.ts';
import { asTenant, type Made, save } from './save.ts';
import { idOf, type Tenant } from './tenancy.ts';

/**
 * Makes entities of one kind, bound to a test's entity manager. Every method that tells the factory something returns
 * a new factory. Relations are given by `associations` or `for` and never as attributes: fishery merges attributes
 * into copies, and a copied tenant would be a second one.
 */
export abstract class EntityFactory<
  Entity extends object,
  Attributes extends object,
  Parents extends object = NoParents,
  TenantRoot extends object = never,
> {
  protected readonly context: FactoryContext;
  readonly #state: FactoryState;

  constructor(context: FactoryContext, state: FactoryState = emptyState) {
    this.context = context;
    this.#state = state;
  }

  protected abstract readonly entity: EntityName<Entity>;
  /** Makes the parents that are not given. A parent whose relation is nullable is made when it is asked for. */
  protected abstract readonly parents: ParentFactories<Parents>;
  protected abstract defaults(build: BuildContext<Attributes, Parents>): Attributes;

  /** Makes an entity, with its parents, and sends no SQL. */
  build(attributes: Partial<Attributes> = {}): Entity {
    return this.#make(attributes, 0).entity;
  }

  buildList(count: number, attributes: Partial<Attributes> = {}): Entity[] {
    return this.#makeList(attributes, count).map(({ entity }) => entity);
  }

  /** Makes an entity, with its parents, and saves them. */
  async create(attributes: Partial<Attributes> = {}): Promise<Entity> {
    const made = this.#make(attributes, 0);
    await save(this.context, [made]);
    return made.entity;
  }

  /** Makes a number of entities, of one tenant where they have one, and saves them. */
  async createList(count: number, attributes: Partial<Attributes> = {}): Promise<Entity[]> {
    const made = this.#makeList(attributes, count);
    await save(this.context, made);
    return made.map(({ entity }) => entity);
  }

  /** The entity that has the attributes, among those of the tenant if one is given, or a new one. */
  async getOrCreate(attributes: Partial<Attributes>): Promise<Entity> {
    const { em } = this.context;
    const where = { ...attributes, ...this.#state.given } as object;
    const found = await asTenant(this.context, this.#tenant(), () => em.findOne(this.entity, where as never));
    return found ?? (await this.create(attributes));
  }

  /** The values alone, without entity or parents: to send in a request, for example. */
  attributes(attributes: Partial<Attributes> = {}): Attributes {
    return this.#attributes(attributes, 0, this.#resolved().parents).values;
  }

  /** Says which value comes from where, for when a test has another thing in its hands than it thought. */
  explain(attributes: Partial<Attributes> = {}): string {
    const { values, layers } = this.#attributes(attributes, 0, this.#resolved().parents);
    return explainValues(this.constructor.name, values, layers, this.#state);
  }

  /** Everything that is made belongs to this tenant. */
  for(tenant: TenantRoot): this {
    return this.#with({ tenant });
  }

  /** Each thing of a list gets a tenant of its own: for tests that keep tenants apart. */
  apart(): this {
    return this.#with({ apart: true });
  }

  /** Parents that are there already. */
  associations(parents: Partial<EntitiesOf<Parents>>): this {
    return this.#with({ given: { ...this.#state.given, ...parents } });
  }

  /** How a parent is to be made: `alerts.with('rule', (rules) => rules.critical())`. */
  with<Name extends keyof Parents & string>(
    name: Name,
    change: (factory: NonNullable<Parents[Name]>) => NonNullable<Parents[Name]> = (factory) => factory,
  ): this {
    return this.#with({ made: { ...this.#state.made, [name]: change } });
  }

  /** Gives the things made the values in turn. */
  cycle<Name extends keyof Attributes & string>(name: Name, values: readonly Attributes[Name][]): this {
    return this.#with({ cycles: [...this.#state.cycles, { name, values }] });
  }

  /** To write traits with: values, or a function of what is being made. */
  protected trait(
    name: string,
    values: Partial<Attributes> | ((build: BuildContext<Attributes, Parents>) => Partial<Attributes>),
  ): this {
    return this.#with({ layers: [...this.#state.layers, { source: `trait ${name}`, values }] });
  }

  /** To write traits with: a number of things in a collection of the entity. */
  protected having(property: keyof Entity & string, count: number, factory: object): this {
    return this.#with({ wanted: [...this.#state.wanted, { property, count, factory }] });
  }

  #with(more: Partial<FactoryState>): this {
    const Same = this.constructor as new (...parts: [FactoryContext, FactoryState]) => this;
    return new Same(this.context, { ...this.#state, ...more });
  }

  /** A list is one graph: what has a tenant has one tenant. */
  #makeList(asked: Partial<Attributes>, count: number, tenant?: Tenant): Made<Entity>[] {
    const made: Made<Entity>[] = [];
    for (let index = 0; index < count; index += 1) {
      const [first] = this.#isRoot || this.#state.apart ? [] : made;
      made.push(this.#make(asked, index, first?.tenant ?? tenant));
    }
    return made;
  }

  #make(asked: Partial<Attributes>, index: number, shared?: Tenant): Made<Entity> {
    const { em } = this.context;
    const { parents, data, before, tenant } = this.#resolved(shared);
    const values = { ...this.#attributes(asked, index, parents).values, ...data };
    const options = { persist: false };
    const entity = em.create<Entity>(this.entity, values as RequiredEntityData<Entity>, options);
    const own = this.#isRoot ? { id: idOf(entity), entity } : tenant;
    const children = this.#state.wanted.flatMap((wanted) => this.#children(entity, wanted, own));
    return {
      entity,
      tenant: own ?? children.find((child) => child.tenant)?.tenant,
      before: [...before, ...children.flatMap((child) => child.before)],
      along: children.flatMap((child) => [child.entity, ...child.along]),
    };
  }

  #children(entity: Entity, wanted: RequestedChildren, tenant?: Tenant): Made<object>[] {
    const factory = asAny(wanted.factory);
    return childrenOf({
      entity,
      metadata: this.#metadata,
      wanted,
      tenant,
      make: (parents, shared) => factory.associations(parents).#makeList({}, wanted.count, shared),
    });
  }

  #resolved(shared?: Tenant) {
    const { given, made } = this.#state;
    return resolveParents({
      context: this.context,
      factory: this.constructor.name,
      entity: this.entity,
      names: Object.keys(this.parents),
      given,
      requestedParents: new Set(Object.keys(made)),
      tenant: this.#tenant() ?? shared,
      make: (name, tenant) => {
        const factory = this.parents[name as keyof Parents]();
        return asAny(made[name]?.(factory as never) ?? factory).#make({}, 0, tenant);
      },
    });
  }

  #attributes(asked: Partial<Attributes>, index: number, parents: object) {
    const plan = { context: this.context, state: this.#state, asked, index, parents };
    return attributesOf(plan, (build) => this.defaults(build as BuildContext<Attributes, Parents>));
  }

  #tenant(): Tenant | undefined {
    const { tenant } = this.#state;
    return tenant && { id: idOf(tenant), entity: tenant };
  }

  get #metadata(): EntityMetadata<Entity> {
    return this.context.em.getMetadata().get(this.entity);
  }

  get #isRoot(): boolean {
    return this.#metadata.className === this.context.tenancy?.root;
  }
}

function asAny(factory: object) {
  return factory as EntityFactory<object, object, Record<string, { build(): object }>>;
}
