import { nameForms } from '../../../../lib/name-forms.ts';

/** The words of a name, in lower case: `passwordHash` is `password` and `hash`. */
export function wordsIn(name: string): string[] {
  return nameForms(name).fileName.split('-');
}
