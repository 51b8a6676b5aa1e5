import type { Tree } from '@nx/devkit';
import { insertInList } from '../../lib/edit-list.ts';
import { formatText } from '../../lib/format-text.ts';
import { insertImport } from '../../lib/insert-import.ts';
import type { MigrationOptions } from './normalize-options.ts';
import type { SchemaUpdate } from './read-update.ts';

/** Writes the migration and appends it to the list. */
export async function writeMigration(
  tree: Tree,
  options: MigrationOptions,
  update: SchemaUpdate,
): Promise<void> {
  const { folder, file, list, constant, className, id } = options;
  await write(tree, `${folder}/${file}`, migrationOf(options, update));
  const listed = insertInList(
    tree.read(list, 'utf-8') ?? '',
    constant,
    `{ name: '${id}', class: ${className} }`,
  );
  await write(tree, list, insertImport(listed, { name: className, from: `./${file}` }));
}

function migrationOf({ className, id }: MigrationOptions, { up, down }: SchemaUpdate): string {
  return `import { Migration } from '@mikro-orm/migrations';

export class ${className} extends Migration {
  override name = '${id}';

  override up(): void {
    ${up.map(addSql).join('\n')}
  }

  override down(): void {
    ${down.map(addSql).join('\n')}
  }
}
`;
}

function addSql(statement: string): string {
  const text = statement.replaceAll(/[\\`]|\$\{/g, (sign) => `\\${sign}`);
  return `this.addSql(\`${text}\`);`;
}

async function write(tree: Tree, path: string, text: string): Promise<void> {
  tree.write(path, await formatText(tree, path, text));
}
