import type { Difference } from './compare-catalogues.ts';
import type { SchemaDifference } from './schema-difference.ts';

/** Describes a difference for people; undefined if there is none. */
export function describeDifference({ up, down, differences }: SchemaDifference): string | undefined {
  if (up === '' && down === '' && differences.length === 0) return undefined;
  return [
    'Entities and migrations differ.',
    ...(up === '' ? [] : [`MikroORM would change a migrated database by\n${indent(up)}`]),
    ...(up === '' && down !== ''
      ? [`MikroORM would write into the down() of every migration\n${indent(down)}`]
      : []),
    ...differences.map(describe),
  ].join('\n');
}

function describe({ object, inEntities, inMigrations }: Difference): string {
  if (inEntities === undefined)
    return `Only the migrations create the ${object}\n${indent(inMigrations ?? '')}`;
  if (inMigrations === undefined) return `Only the entities declare the ${object}\n${indent(inEntities)}`;
  const both = `entities:   ${inEntities}\nmigrations: ${inMigrations}`;
  return `They define the ${object} differently\n${indent(both)}`;
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
