import { nameForms } from '../../lib/name-forms.ts';

/** `my-app` as people write it: `My App`. */
export function titleOf(name: string): string {
  return nameForms(name).className.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}
