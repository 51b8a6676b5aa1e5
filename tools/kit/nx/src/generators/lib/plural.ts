/** The plural of an English word, or of several joined by hyphens, as a beginner would form it. */
export function pluralOf(name: string): string {
  if (/[^aeiou]y$/.test(name)) return name.replace(/y$/, 'ies');
  return /(?:s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** The singular of a plural; nothing where it is none. */
export function singularOf(name: string): string | undefined {
  if (/ies$/.test(name)) return name.replace(/ies$/, 'y');
  if (/(?:sses|xes|ches|shes)$/.test(name)) return name.replace(/es$/, '');
  return /[^s]s$/.test(name) ? name.replace(/s$/, '') : undefined;
}
