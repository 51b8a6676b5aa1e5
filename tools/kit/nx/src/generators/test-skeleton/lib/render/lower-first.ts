/** Lowers the first letter inside a sentence. Abbreviations and names in code keep their capitals. */
export function lowerFirst(text: string): string {
  const [first = ''] = text.split(/\s/);
  const isWord = /^\p{Lu}[\p{Ll}'’,]*$/u.test(first) && first !== 'I';
  return isWord ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
