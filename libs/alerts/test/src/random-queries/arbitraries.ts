import { randomUUID } from 'node:crypto';
import type { EntityMetadata, EntityProperty } from '@mikro-orm/core';
import fc, { type Arbitrary } from 'fast-check';
import { relationsOf, scalarsOf } from './properties-of.ts';
import { type Query, type Reading, readingSql, type Writing, writingSql } from './query.ts';

/** Values of each column as they are in the database, of all tenants: what queries are most likely to find, or must not. */
export type Values = Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>>;

/** Random queries over any entities: what they can ask follows from their metadata. */
export class Queries {
  readonly #entities: readonly EntityMetadata[];
  readonly #values: Values;

  constructor(entities: readonly EntityMetadata[], values: Values) {
    this.#entities = entities;
    this.#values = values;
  }

  reading(): Arbitrary<Reading> {
    return fc.oneof(
      { weight: 4, arbitrary: this.#onEntity((metadata) => this.#finding(metadata)) },
      this.#onEntity(() => fc.record({ kind: fc.constant('count' as const) })),
      this.#onEntity((metadata) => this.#aggregate(metadata)),
      { weight: 2, arbitrary: this.#beside('kysely') },
      { weight: 2, arbitrary: this.#sql([...readingSql, 'select id from $1 for update']) },
    ) as Arbitrary<Reading>;
  }

  /** SQL that only reads. */
  sql(): Arbitrary<Reading & { kind: 'sql' }> {
    return this.#sql(readingSql) as Arbitrary<Reading & { kind: 'sql' }>;
  }

  writing(): Arbitrary<Writing> {
    const kinds = <Kind extends string>(...names: Kind[]) => fc.constantFrom(...names);
    return fc.oneof(
      {
        weight: 2,
        arbitrary: this.#onOwned((metadata) =>
          fc.record({ kind: kinds('update', 'change'), data: this.#data(metadata) }),
        ),
      },
      this.#onOwned(() => fc.record({ kind: kinds('delete', 'remove') })),
      this.#insert(),
      this.#sql(writingSql),
    ) as Arbitrary<Writing>;
  }

  any(): Arbitrary<Query> {
    return fc.oneof(this.reading(), this.writing());
  }

  get #owned(): EntityMetadata[] {
    return this.#entities.filter(({ className }) => className !== 'User');
  }

  #onEntity(
    more: (metadata: EntityMetadata) => Arbitrary<object>,
    among = this.#entities,
  ): Arbitrary<object> {
    return fc.constantFrom(...among).chain((metadata) => {
      const on = fc.record({
        entity: fc.constant(metadata.className),
        where: this.#where(metadata, 2),
        filters: fc.boolean(),
      });
      return fc.tuple(on, more(metadata)).map(([one, other]) => ({ ...one, ...other }));
    });
  }

  #onOwned(more: (metadata: EntityMetadata) => Arbitrary<object>): Arbitrary<object> {
    return this.#onEntity(more, this.#owned);
  }

  #finding(metadata: EntityMetadata): Arbitrary<object> {
    const fields = scalarsOf(metadata).map(({ name }) => name);
    const order = fc.dictionary(fc.constantFrom(...fields), fc.constantFrom('asc', 'desc'), { maxKeys: 2 });
    return fc.record({
      kind: fc.constantFrom('find', 'builder'),
      populate: fc.subarray(this.#pathsFrom(metadata)),
      orderBy: order.map((chosen) => ({ ...chosen, id: 'asc' })),
      limit: fc.integer({ min: 1, max: 20 }),
      offset: fc.integer({ min: 0, max: 3 }),
    });
  }

  /** Relations, and relations of relations. */
  #pathsFrom(metadata: EntityMetadata): string[] {
    return relationsOf(metadata).flatMap(({ name, target }) => [
      name,
      ...relationsOf(target).map((further) => `${name}.${further.name}`),
    ]);
  }

  #aggregate(metadata: EntityMetadata): Arbitrary<object> {
    const fields = scalarsOf(metadata).map(({ name }) => name);
    return fc.record({ kind: fc.constant('aggregate'), by: fc.constantFrom(...fields) });
  }

  #where(metadata: EntityMetadata, depth: number): Arbitrary<object> {
    const scalars = scalarsOf(metadata).map((property) => this.#condition(metadata, property));
    if (depth === 0) return fc.oneof(...scalars);
    const deeper = fc.array(this.#where(metadata, depth - 1), { minLength: 1, maxLength: 3 });
    const relations = relationsOf(metadata).map(({ name, target }) =>
      this.#where(target, depth - 1).map((where) => ({ [name]: where })),
    );
    return fc.oneof(
      fc.constant({}),
      ...scalars,
      ...relations,
      deeper.map((conditions) => ({ $or: conditions })),
      deeper.map((conditions) => ({ $and: conditions })),
      deeper.map(([condition]) => ({ $not: condition })),
    );
  }

  #condition(metadata: EntityMetadata, property: EntityProperty): Arbitrary<object> {
    const value = this.#valueOf(metadata, property.name);
    const some = fc.array(value, { minLength: 1, maxLength: 3 });
    const operators = [
      value,
      ...['$eq', '$ne', '$gt', '$lte'].map((operator) => value.map((one) => ({ [operator]: one }))),
      some.map((values) => ({ $in: values })),
      some.map((values) => ({ $nin: values })),
    ];
    if (/^(varchar|text)/.test(property.columnTypes[0] ?? ''))
      operators.push(fc.constantFrom('%', '%a%', 'p%', '_%').map((pattern) => ({ $like: pattern })));
    return fc.oneof(...operators).map((condition) => ({ [property.name]: condition }));
  }

  /** Values for one column: enough to change a row, or to try to. */
  #data(metadata: EntityMetadata): Arbitrary<object> {
    const changeable = [...scalarsOf(metadata), ...relationsOf(metadata)].filter(
      ({ name }) => !fixed.has(name),
    );
    return fc
      .constantFrom(...changeable)
      .chain(({ name }) => this.#valueOf(metadata, name).map((value) => ({ [name]: value })));
  }

  #insert(): Arbitrary<object> {
    return fc
      .constantFrom(...this.#owned.filter(({ className }) => className !== 'Organization'))
      .chain((metadata) => {
        const columns = metadata.props.filter(({ persist, name }) => persist !== false && name !== 'id');
        const values = Object.fromEntries(columns.map(({ name }) => [name, this.#valueOf(metadata, name)]));
        return fc.record({
          kind: fc.constant('insert'),
          entity: fc.constant(metadata.className),
          data: fc.record(values).map((data) => ({ ...data, id: randomUUID() })),
        });
      });
  }

  #sql(texts: readonly string[]): Arbitrary<object> {
    return fc.tuple(this.#beside('sql'), fc.constantFrom(...texts)).map(([{ tables, ids }, text]) => ({
      kind: 'sql',
      sql: text.replace('$1', tables[0]).replace('$2', tables[1]),
      ids,
    }));
  }

  #beside(
    kind: string,
  ): Arbitrary<{ kind: string; tables: readonly [string, string]; ids: readonly string[] }> {
    const tables = this.#owned.map(({ tableName }) => tableName);
    const ids = this.#owned.flatMap(({ className }) => (this.#values[className]?.['id'] ?? []) as string[]);
    return fc.record({
      kind: fc.constant(kind),
      tables: fc.tuple(fc.constantFrom(...tables), fc.constantFrom(...tables)),
      ids: fc.subarray(ids, { minLength: 1 }),
    });
  }

  #valueOf({ className }: EntityMetadata, property: string): Arbitrary<unknown> {
    return fc.constantFrom(...(this.#values[className]?.[property] ?? []));
  }
}

/** Unique over all tenants, or what makes a row that row. */
const fixed = new Set(['id', 'slug']);
