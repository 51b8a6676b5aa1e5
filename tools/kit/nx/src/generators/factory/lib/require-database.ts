import type { Tree } from '@nx/devkit';
import { nameForms } from '../../lib/name-forms.ts';
import { filesOf } from './factory-files.ts';

/** Refuses where tests could not ask for factories, for want of a database. */
export function requireDatabase(tree: Tree, component: string): void {
  const { fixtures } = filesOf(component);
  if (/\b(?:componentTest|databaseTest)\(/.test(tree.read(fixtures, 'utf-8') ?? '')) return;
  const { propertyName } = nameForms(component);
  throw new Error(
    `The tests of ${component} have no database: ${fixtures}. Nothing was written. Expected it to begin with:\n` +
      `  export const test = componentTest({ entities: ${propertyName}Entities, migrations: ${propertyName}Migrations });\n` +
      'See docs/fixtures.md.',
  );
}
