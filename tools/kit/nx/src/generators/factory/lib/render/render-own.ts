import { wordsOf } from '../../../lib/words.ts';

/** The file for people, as it begins. */
export function renderOwn(entity: string): string {
  const { fileName } = wordsOf(entity);
  return [
    `import { ${entity}Base } from './generated/${fileName}-base.ts';`,
    '',
    `/** What follows from the entity is in the base; values and traits of your own go here. */`,
    `export class ${entity}Factory extends ${entity}Base {}`,
    '',
  ].join('\n');
}
