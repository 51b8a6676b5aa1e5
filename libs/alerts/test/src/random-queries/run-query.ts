import { type EntityClass, raw, wrap } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Query } from './query.ts';

/** Returns the result of a query as JSON, so that two results can be compared. */
export async function runQuery(em: EntityManager, query: Query): Promise<string> {
  return JSON.stringify(await resultOf(em, query));
}

async function resultOf(em: EntityManager, query: Query): Promise<unknown> {
  switch (query.kind) {
    case 'kysely':
      return sorted(await byKysely(em, query));
    case 'sql':
      return sorted(await em.execute<object[]>(query.sql, valuesOf(query)));
    case 'insert':
      await em.insert(classOf(em, query.entity), query.data);
      return 'inserted';
    default:
      return byEntity(em, query);
  }
}

type OnEntity = Exclude<Query, { kind: 'kysely' | 'sql' | 'insert' }>;

function byEntity(em: EntityManager, query: OnEntity): Promise<unknown> {
  const [entity, { where, filters }] = [classOf(em, query.entity), query];
  switch (query.kind) {
    case 'count':
      return em.count(entity, where, { filters });
    case 'update':
      return em.nativeUpdate(entity, where, query.data, { filters });
    case 'delete':
      return em.nativeDelete(entity, where, { filters });
    case 'change':
      return changeEach(em, query, (one) => void em.assign(one, query.data));
    case 'remove':
      return changeEach(em, query, (one) => void em.remove(one));
    default:
      return found(em, query);
  }
}

type Finding = Extract<OnEntity, { kind: 'find' | 'builder' | 'aggregate' }>;

async function found(em: EntityManager, query: Finding): Promise<unknown> {
  const [entity, { where }] = [classOf(em, query.entity), query];
  if (query.kind === 'aggregate') {
    const counted = em
      .createQueryBuilder(entity, 'a')
      .select([query.by, raw('count(*) as total')] as never[]);
    return sorted(
      await counted
        .where(where)
        .groupBy(query.by as never)
        .execute<object[]>('all'),
    );
  }
  const { populate, orderBy, limit, offset, filters } = query;
  const entities =
    query.kind === 'find'
      ? em.find(entity, where, { populate: populate as never[], orderBy, limit, offset, filters })
      : em
          .createQueryBuilder(entity, 'a')
          .where(where)
          .orderBy(orderBy)
          .limit(limit)
          .offset(offset)
          .getResultList();
  return (await entities).map((one) => wrap(one).toPOJO());
}

async function changeEach(
  em: EntityManager,
  { entity, where, filters }: OnEntity,
  change: (one: { id: string }) => void,
): Promise<number> {
  const entities = await em.find(classOf(em, entity), where, { orderBy: { id: 'asc' }, filters });
  for (const one of entities) change(one);
  await em.flush();
  return entities.length;
}

/** The rows of one table beside each row of another. */
function byKysely(em: EntityManager, { tables, ids }: Query & { kind: 'kysely' }): Promise<object[]> {
  const kysely = em.getKysely<Record<string, { id: string }>>();
  return kysely
    .selectFrom(`${tables[0]} as a`)
    .innerJoin(`${tables[1]} as b`, (join) => join.onTrue())
    .select(['a.id as one', 'b.id as other'])
    .where((is) => is.or([is('a.id', 'in', [...ids]), is('b.id', 'in', [...ids])]))
    .execute();
}

function classOf(em: EntityManager, name: string): EntityClass<{ id: string }> {
  const known = [...em.getMetadata().getAll().values()];
  const metadata = known.find(({ className }) => className === name);
  if (!metadata) {
    const names = known.map(({ className }) => className).join(', ');
    throw new Error(`The ORM has no entity "${name}". Expected one of: ${names}.`);
  }
  return metadata.class as EntityClass<{ id: string }>;
}

/** The ids as PostgreSQL writes a list, if the query asks for any. */
export function valuesOf({ sql, ids }: { readonly sql: string; readonly ids: readonly string[] }): string[] {
  return sql.includes('?') ? [`{${ids.join()}}`] : [];
}

/** Rows in an order that does not depend on how they were found. */
export function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).toSorted();
}
