import { nameForms } from '../../../lib/name-forms.ts';

/** The file for people, as it begins. */
export function renderFactory(entity: string): string {
  const { fileName } = nameForms(entity);
  return [
    `import { ${entity}Base } from './generated/${fileName}-base.ts';`,
    '',
    `/** What follows from the entity is in the base; values and traits of your own go here. */`,
    `export class ${entity}Factory extends ${entity}Base {}`,
    '',
  ].join('\n');
}
