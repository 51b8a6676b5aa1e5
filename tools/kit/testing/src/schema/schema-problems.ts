import type { MikroORM } from '@mikro-orm/postgresql';
import type { Template } from '../servers/index.ts';
import type { Tenancy } from '../factories/tenancy.ts';
import { describeDifference } from './describe-difference.ts';
import { schemaDifference } from './schema-difference.ts';
import type { SchemaSource } from './schema-source.ts';
import type { SteppedMigrations } from './tenancy/step-by-step.ts';
import { tenantTablesOf } from './tenancy/tenant-tables-of.ts';
import { unexplainedWeakenings } from './tenancy/unexplained.ts';
import { weakeningsAsOwner, weakeningsAsSuperuser } from './tenancy/weakenings.ts';

/** A component or the API, to be checked. */
export interface SchemaSubject {
  readonly name: string;
  /** The fix if entities and migrations differ. */
  readonly fix: string;
  readonly source: SchemaSource;
  readonly tenancy: Tenancy | undefined;
  /** Its own migrations. Those of the components that it depends on are checked there. */
  readonly ownMigrations: SchemaSource['migrations'];
}

/** Returns the problems of a component's migrations, and the differences from its entities. */
export async function schemaProblems(subject: SchemaSubject, empty: Template): Promise<string[]> {
  const { problems, failed } = await migrationProblems(subject, empty);
  if (failed) return problems;
  const difference = await differenceOf(subject, empty);
  return difference === undefined ? problems : [...problems, `${difference}\n${subject.fix}`];
}

async function migrationProblems({ source, tenancy, ownMigrations }: SchemaSubject, empty: Template) {
  if (ownMigrations.length === 0) return { problems: [], failed: false };
  const tablesOf = (orm: MikroORM) => tenancy && tenantTablesOf(orm, tenancy);
  const asSuperuser = await weakeningsAsSuperuser(source, tablesOf, empty);
  const asOwner = await weakeningsAsOwner(source, tablesOf, empty);
  const problems = [
    ...unexplainedWeakenings(ownMigrations, [...asSuperuser.weakenings, ...asOwner.weakenings]),
    ...failureOf(asSuperuser, 'superuser'),
    ...failureOf(asOwner, 'the role that owns the tables'),
  ];
  return { problems, failed: asOwner.failed !== undefined };
}

function differenceOf({ source }: SchemaSubject, empty: Template): Promise<string | undefined> {
  return schemaDifference(source, empty).then(
    describeDifference,
    ({ message }: Error) => `Entities and migrations cannot be compared: ${message}`,
  );
}

function failureOf({ failed }: SteppedMigrations, role: string): string[] {
  if (!failed) return [];
  const { message, code } = failed.error as { readonly message: string; readonly code?: string };
  const hint = code === insufficientPrivilege ? ` ${rolesElsewhere}` : '';
  return [`The migration ${failed.migration} fails as ${role}: ${message}.${hint}`];
}

const insufficientPrivilege = '42501';
const rolesElsewhere =
  'Migrations run as the owner of the tables, who cannot change roles. Create roles when you set up the server.';
