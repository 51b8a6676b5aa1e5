import { nameForms } from '../../../../lib/name-forms.ts';

/** Splits a name into lower-case words: `passwordHash` becomes `password` and `hash`. */
export function wordsIn(name: string): string[] {
  return nameForms(name).fileName.split('-');
}
