import type { EntityMetadata, EntityName, RequiredEntityData } from '@mikro-orm/core';
import { attributesOf } from './attributes-of.ts';
import { childrenOf, withChildren } from './children-of.ts';
import { explainValues } from './explain-values.ts';
import type { FactoryContext } from './factory-context.ts';
import { type FactoryState, emptyState, type RequestedChildren } from './factory-state.ts';
import { resolveParents } from './resolve-parents.ts';
import type { EntitiesOf, ParentFactories, BuildContext, NoParents } from './build-context.ts';
import { asTenant, type Made, save } from './save.ts';
import { type Tenant, tenantBy } from './tenancy.ts';

/**
 * Builds entities of one kind with a test's entity manager. A factory is immutable: a method that configures it returns a
 * new one. Relations are set with `associations` or `for`, never as attributes: fishery would copy the tenant.
 *
 * @example
 * class NoteFactory extends EntityFactory<Note, Note> {
 *   protected readonly entity = Note;
 *   protected readonly parents = {};
 *   protected defaults({ number }: { number: number }): Note {
 *     return { id: number, text: `note ${number}` };
 *   }
 * }
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
  /** Creates the factories of missing parents. A parent with a nullable relation is built only on request. */
  protected abstract readonly parents: ParentFactories<Parents>;
  protected abstract defaults(build: BuildContext<Attributes, Parents>): Attributes;

  /** Builds an entity with its parents. Sends no SQL. */
  build(attributes: Partial<Attributes> = {}): Entity {
    return this.#make(attributes, 0).entity;
  }

  buildList(count: number, attributes: Partial<Attributes> = {}): Entity[] {
    return this.#makeList(attributes, count).map(({ entity }) => entity);
  }

  /** Builds an entity with its parents, and saves them. */
  async create(attributes: Partial<Attributes> = {}): Promise<Entity> {
    const made = this.#make(attributes, 0);
    await save(this.context, [made]);
    return made.entity;
  }

  /** Builds and saves several entities. They belong to one tenant, unless they are tenants. */
  async createList(count: number, attributes: Partial<Attributes> = {}): Promise<Entity[]> {
    const made = this.#makeList(attributes, count);
    await save(this.context, made);
    return made.map(({ entity }) => entity);
  }

  /** Finds the entity with these attributes, within the tenant if one is set, or creates it. */
  async getOrCreate(attributes: Partial<Attributes>): Promise<Entity> {
    const { em } = this.context;
    const where = { ...attributes, ...this.#state.given } as object;
    const found = await asTenant(this.context, this.#tenant(), () => em.findOne(this.entity, where as never));
    return found ?? (await this.create(attributes));
  }

  /** Returns the attributes without an entity or parents, for example as the body of a request. */
  attributes(attributes: Partial<Attributes> = {}): Attributes {
    return this.#attributes(attributes, 0, this.#resolved().parents).values;
  }

  /** Lists the source of each attribute, to find out why an entity has an unexpected value. */
  explain(attributes: Partial<Attributes> = {}): string {
    const { values, layers } = this.#attributes(attributes, 0, this.#resolved().parents);
    return explainValues(this.constructor.name, values, layers, this.#state);
  }

  /** Makes everything that the factory builds belong to this tenant. */
  for(tenant: TenantRoot): this {
    return this.#with({ tenant });
  }

  /** Gives each entity of a list its own tenant, for tests of tenant isolation. */
  apart(): this {
    return this.#with({ apart: true });
  }

  /** Uses existing parents. */
  associations(parents: Partial<EntitiesOf<Parents>>): this {
    return this.#with({ given: { ...this.#state.given, ...parents } });
  }

  /** Configures how a parent is built: `alerts.with('rule', (rules) => rules.critical())`. */
  with<Name extends keyof Parents & string>(
    name: Name,
    change: (factory: NonNullable<Parents[Name]>) => NonNullable<Parents[Name]> = (factory) => factory,
  ): this {
    return this.#with({ made: { ...this.#state.made, [name]: change } });
  }

  /** Assigns the values to the entities of a list in turn. */
  cycle<Name extends keyof Attributes & string>(name: Name, values: readonly Attributes[Name][]): this {
    return this.#with({ cycles: [...this.#state.cycles, { name, values }] });
  }

  /** Defines a trait in a subclass: attributes, or a function of the build context. */
  protected trait(
    name: string,
    values: Partial<Attributes> | ((build: BuildContext<Attributes, Parents>) => Partial<Attributes>),
  ): this {
    return this.#with({ layers: [...this.#state.layers, { source: `trait ${name}`, values }] });
  }

  /** Defines a trait in a subclass: a number of children in a collection of the entity. */
  protected having(property: keyof Entity & string, count: number, factory: object): this {
    return this.#with({ wanted: [...this.#state.wanted, { property, count, factory }] });
  }

  #with(more: Partial<FactoryState>): this {
    const Same = this.constructor as new (...parts: [FactoryContext, FactoryState]) => this;
    return new Same(this.context, { ...this.#state, ...more });
  }

  /** Builds a list as one object graph: all its entities share a tenant. */
  #makeList(requested: Partial<Attributes>, count: number, tenant?: Tenant): Made<Entity>[] {
    const made: Made<Entity>[] = [];
    for (let index = 0; index < count; index += 1) {
      const [first] = this.#isRoot || this.#state.apart ? [] : made;
      made.push(this.#make(requested, index, first?.tenant ?? tenant));
    }
    return made;
  }

  #make(requested: Partial<Attributes>, index: number, shared?: Tenant): Made<Entity> {
    const { em } = this.context;
    const { parents, data, before, tenant } = this.#resolved(shared);
    const values = { ...this.#attributes(requested, index, parents).values, ...data };
    const entity = em.create<Entity>(this.entity, values as RequiredEntityData<Entity>, { persist: false });
    const own = this.#isRoot ? tenantBy(entity) : tenant;
    const children = this.#state.wanted.flatMap((wanted) => this.#children(entity, wanted, own));
    return withChildren({ entity, tenant: own, before, along: [] }, children);
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

  #attributes(requested: Partial<Attributes>, index: number, parents: object) {
    const plan = { context: this.context, state: this.#state, requested, index, parents };
    return attributesOf(plan, (build) => this.defaults(build as BuildContext<Attributes, Parents>));
  }

  #tenant(): Tenant | undefined {
    return this.#state.tenant && tenantBy(this.#state.tenant);
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
