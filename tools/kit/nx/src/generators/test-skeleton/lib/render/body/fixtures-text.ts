import type { TestContext } from '../../model/test-context.ts';

/** Renders the fixtures of a test: `{ cache, expect }`. */
export function fixturesText(names: readonly string[], { subject, alias }: TestContext): string {
  const bound = [...new Set([...names, 'expect'])].map((name) =>
    alias !== undefined && name === subject ? `${alias}: ${name}` : name,
  );
  return `{ ${bound.join(', ')} }`;
}
