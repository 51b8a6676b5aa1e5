import type { MigrationObject, MikroORM } from '@mikro-orm/postgresql';

/** An ORM whose entities and migrations are to say the same. */
export interface SchemaSource {
  /** Opens it on a database; its migrator knows the migrations by their names. */
  readonly open: (url: string) => MikroORM | Promise<MikroORM>;
  /** In the order in which they run. */
  readonly migrations: readonly MigrationObject[];
  /** Statements for what entities cannot declare, such as a sequence. */
  readonly extras?: readonly string[];
}

export async function withOrm<Result>(
  { open }: Pick<SchemaSource, 'open'>,
  url: string,
  work: (orm: MikroORM) => Promise<Result>,
): Promise<Result> {
  const orm = await open(url);
  try {
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}
