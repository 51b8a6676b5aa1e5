import type { OrganizationEntity } from '@acme/identity';
import type { EntityName, RequiredEntityData } from '@mikro-orm/core';
import { Factory } from 'fishery';
import { explained } from './explained.ts';
import { type FactoryContext, nextNumber } from './factory-context.ts';
import { type FactoryState, layersFor, merged, untold } from './factory-state.ts';
import { type Made, requireOneTenant, save } from './tenant-graph.ts';

/** What default values may be derived from. */
export interface Making<Attributes, Associations> {
  /** Different for each thing that any factory makes. */
  readonly number: number;
  /** What was asked for, by traits too. */
  readonly asked: Partial<Attributes>;
  /** The parents, made before. */
  readonly associations: Associations;
}

/**
 * Makes entities of one kind, bound to a test's entity manager. Every method that tells the factory something returns
 * a new factory. Relations are given by `associations` or `for` and never as attributes: fishery merges attributes
 * into copies, and a copied organization would be a second tenant.
 */
export abstract class EntityFactory<
  Entity extends object,
  Attributes extends object,
  Associations extends object,
> {
  protected readonly context: FactoryContext;
  readonly #state: FactoryState<Attributes, Associations>;

  constructor(context: FactoryContext, state: FactoryState<Attributes, Associations> = untold) {
    this.context = context;
    this.#state = state;
  }

  protected abstract readonly entity: EntityName<Entity>;
  protected abstract defaults(making: Making<Attributes, Associations>): Attributes;
  /** Takes the parents that are given and makes the others, in the tenant if there is one. */
  protected abstract complete(given: Partial<Associations>, tenant?: OrganizationEntity): Associations;
  /** Nothing for what belongs to no tenant. */
  protected abstract tenantOf(entity: Entity, associations: Associations): OrganizationEntity | undefined;

  /** What the entity itself is given; for entities that know a parent by its id alone, the id. */
  protected dataOf(attributes: Attributes, associations: Associations): object {
    return { ...attributes, ...associations };
  }

  /** Makes an entity, with its parents, and sends no SQL. */
  build(attributes: Partial<Attributes> = {}): Entity {
    return this.#make(attributes, 0).entity;
  }

  buildList(count: number, attributes: Partial<Attributes> = {}): Entity[] {
    return this.#makeList(count, attributes).map(({ entity }) => entity);
  }

  /** Makes an entity, with its parents, and saves them. */
  async create(attributes: Partial<Attributes> = {}): Promise<Entity> {
    const made = this.#make(attributes, 0);
    await save(this.context.em, [made]);
    return made.entity;
  }

  async createList(count: number, attributes: Partial<Attributes> = {}): Promise<Entity[]> {
    const made = this.#makeList(count, attributes);
    await save(this.context.em, made);
    return made.map(({ entity }) => entity);
  }

  /** The entity that has the attributes, or a new one. */
  async getOrCreate(attributes: Partial<Attributes>): Promise<Entity> {
    return (
      (await this.context.em.findOne(this.entity, attributes as never)) ?? (await this.create(attributes))
    );
  }

  /** The values alone, without entity or parents: to send in a request, for example. */
  attributes(attributes: Partial<Attributes> = {}): Attributes {
    return this.#attributes(attributes, 0, this.#complete());
  }

  /** Says which value comes from where, for when a test has another thing in its hands than it thought. */
  explain(attributes: Partial<Attributes> = {}): string {
    const values = this.attributes(attributes);
    return explained(this.constructor.name, values, layersFor(this.#state, attributes, 0), this.#state);
  }

  /** Everything that is made belongs to this organization. */
  for(organization: OrganizationEntity): this {
    return this.#told({ organization });
  }

  associations(associations: Partial<Associations>): this {
    return this.#told({ associations: { ...this.#state.associations, ...associations } });
  }

  /** Gives the things made the values in turn. */
  cycle<Name extends keyof Attributes & string>(name: Name, values: readonly Attributes[Name][]): this {
    return this.#told({ cycles: [...this.#state.cycles, { name, values }] });
  }

  /** To write traits with. */
  protected trait(name: string, values: Partial<Attributes>): this {
    return this.#told({ layers: [...this.#state.layers, { source: `trait ${name}`, values }] });
  }

  /** For traits that concern the parents. */
  protected hasTrait(name: string): boolean {
    return this.#state.layers.some(({ source }) => source === `trait ${name}`);
  }

  #told(more: Partial<FactoryState<Attributes, Associations>>): this {
    const Same = this.constructor as new (
      ...parts: [FactoryContext, FactoryState<Attributes, Associations>]
    ) => this;
    return new Same(this.context, { ...this.#state, ...more });
  }

  #makeList(count: number, attributes: Partial<Attributes>): Made<Entity>[] {
    return Array.from({ length: count }, (_, index) => this.#make(attributes, index));
  }

  #make(attributes: Partial<Attributes>, index: number): Made<Entity> {
    const associations = this.#complete();
    const parents: unknown[] = Object.values(associations as Record<string, unknown>);
    requireOneTenant(this.constructor.name, [this.#state.organization, ...parents]);
    const data = this.dataOf(this.#attributes(attributes, index, associations), associations);
    const entity = this.context.em.create<Entity>(this.entity, data as RequiredEntityData<Entity>, {
      persist: false,
    });
    return { entity, tenant: this.tenantOf(entity, associations) };
  }

  #complete(): Associations {
    return this.complete(this.#state.associations, this.#state.organization);
  }

  #attributes(attributes: Partial<Attributes>, index: number, associations: Associations): Attributes {
    const asked = merged(layersFor(this.#state, attributes, index));
    const factory = Factory.define<Attributes>(() =>
      this.defaults({ number: nextNumber(), asked, associations }),
    );
    return factory.build(asked as never);
  }
}
