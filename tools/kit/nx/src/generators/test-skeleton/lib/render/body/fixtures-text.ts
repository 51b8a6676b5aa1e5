import type { TestContext } from '../../model/test-context.ts';

/** What a test takes from its context: `{ cache, expect }`. */
export function fixturesText(names: readonly string[], { subject, alias }: TestContext): string {
  const bound = [...new Set([...names, 'expect'])].map((name) =>
    alias !== undefined && name === subject ? `${alias}: ${name}` : name,
  );
  return `{ ${bound.join(', ')} }`;
}
