import type { Tree } from '@nx/devkit';
import { checkName } from '../../lib/check-name.ts';
import { requireComponent } from '../../lib/components.ts';
import { nameForms } from '../../lib/name-forms.ts';
import type { MigrationSchema } from '../schema.d.ts';

export interface MigrationOptions {
  readonly component: string;
  /** The file of the migration, such as `0002-add-due-date.ts`. */
  readonly file: string;
  readonly folder: string;
  /** The module that lists the component's migrations, and its constant. */
  readonly list: string;
  readonly constant: string;
  readonly className: string;
  /** The name that MikroORM records, such as `billing-0002`. */
  readonly id: string;
}

export function normalizeOptions(tree: Tree, schema: MigrationSchema): MigrationOptions {
  const component = requireComponent(tree, schema.component);
  const name = checkName(schema.name, 'migration', `nx g migration ${component} add-due-date`);
  const { className, propertyName } = nameForms(component);
  const folder = `libs/${component}/app/src/migrations`;
  const list = `${folder}/${component}-migrations.ts`;
  requireList(tree, component, list);
  const number = nextNumber(tree.children(folder));
  return {
    component,
    folder,
    list,
    constant: `${propertyName}Migrations`,
    file: `${number}-${name}.ts`,
    className: `${className}${number}`,
    id: `${component}-${number}`,
  };
}

function requireList(tree: Tree, component: string, list: string): void {
  if (tree.isFile(list)) return;
  throw new Error(
    `The component ${component} has no database tables: ${list} is missing. Nothing was written. ` +
      'Expected a list of migrations. Create a component with an entity: nx g component billing --entity=Invoice',
  );
}

function nextNumber(files: readonly string[]): string {
  const numbers = files.map((file) => Number(/^\d{4}(?=-)/.exec(file)?.[0] ?? 0));
  return String(Math.max(0, ...numbers) + 1).padStart(4, '0');
}
