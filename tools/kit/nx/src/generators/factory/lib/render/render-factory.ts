import { nameForms } from '../../../lib/name-forms.ts';

const comment = '/** Add values and traits of your own here. The base class follows from the entity. */';
const earlierComment =
  '/** What follows from the entity is in the base; values and traits of your own go here. */';

/** Renders the initial text of the handwritten factory. */
export function renderFactory(entity: string): string {
  return factoryWith(comment, entity);
}

/** True if a factory has its generated text, in the wording of this version or an earlier one. */
export function isUneditedFactory(text: string | null, entity: string): boolean {
  return text !== null && [comment, earlierComment].some((each) => text === factoryWith(each, entity));
}

function factoryWith(documentation: string, entity: string): string {
  const { fileName } = nameForms(entity);
  return [
    `import { ${entity}Base } from './generated/${fileName}-base.ts';`,
    '',
    documentation,
    `export class ${entity}Factory extends ${entity}Base {}`,
    '',
  ].join('\n');
}
