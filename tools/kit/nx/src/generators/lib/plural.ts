/** Forms the plural of an English word, or of several joined by hyphens, by the regular rules. */
export function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return name.replace(/y$/, 'ies');
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** Forms the singular of a plural. `undefined` if the word is not one. */
export function singularOf(name: string): string | undefined {
  if (/ies$/.test(name)) return name.replace(/ies$/, 'y');
  if (/(?:sses|xes|ches|shes)$/.test(name)) return name.replace(/es$/, '');
  return /[^s]s$/.test(name) ? name.replace(/s$/, '') : undefined;
}
