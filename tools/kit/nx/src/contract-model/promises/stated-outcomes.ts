import type { Documentation } from '../docs/documentation.ts';
import { type Category, categories } from '../model.ts';
import type { Outcome } from './outcome.ts';

/** Returns the promises that a comment states. */
export function statedOutcomes(documentation: Documentation): Outcome[] {
  const { returns, throws, remarks, promises, invariants, laws, examples } = documentation;
  return [
    ...returns.map((text) => plain('returns', 'happy path', text)),
    ...throws.map(thrown),
    ...remarks.map((text) => plain('remarks', 'behaviour', text)),
    ...promises.map(({ slug, text, category }): Outcome => {
      const suffix = `promise:${slug}`;
      return {
        kind: 'promise',
        category: categoryOf(category),
        suffix,
        text: text || slug.replaceAll('-', ' '),
      };
    }),
    ...invariants.map((law) => ({ ...plain('invariant', 'invariants', law.text), ...law })),
    ...laws.map((law) => ({ ...plain('law', 'invariants', law.text), ...law })),
    ...examples.map((text) => plain('example', 'examples', text)),
  ];
}

function plain(kind: Outcome['kind'], category: Category, text: string): Outcome {
  return { kind, category, suffix: kind, text };
}

function thrown({ error, text }: { error: string; text: string }): Outcome {
  const suffix = error === '' ? 'throws' : `throws:${error}`;
  return { kind: 'throws', category: 'errors', suffix, text, ...(error === '' ? {} : { error }) };
}

function categoryOf(named: string | undefined): Category {
  return categories.find((category) => category === named?.toLowerCase()) ?? 'behaviour';
}
