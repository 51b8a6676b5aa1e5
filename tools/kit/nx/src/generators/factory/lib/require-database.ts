import type { Tree } from '@nx/devkit';
import { nameForms } from '../../lib/name-forms.ts';
import { filesOf } from './factory-files.ts';

/** Throws if the component's tests have no database, which factories need. */
export function requireDatabase(tree: Tree, component: string): void {
  const { fixtures } = filesOf(component);
  if (/\b(?:componentTest|databaseTest)\(/.test(tree.read(fixtures, 'utf-8') ?? '')) return;
  const { propertyName } = nameForms(component);
  throw new Error(
    `The tests of ${component} have no database: ${fixtures} lacks one. Nothing was written. Expected it to begin with:\n` +
      `  export const test = componentTest({ entities: ${propertyName}Entities, migrations: ${propertyName}Migrations });\n` +
      'See docs/testing.md.',
  );
}
