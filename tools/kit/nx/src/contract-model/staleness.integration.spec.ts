import fc from 'fast-check';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { promisesOf } from '../../proof/contract-model/model-of.ts';

interface Sentence {
  readonly tag: string;
  /** Words that occur nowhere else. */
  readonly words: readonly string[];
}

interface Method {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly sentences: readonly Sentence[];
}

const tags = ['@returns', '@throws {@link BoxError}', '@remarks -', '@promise slug', '@invariant', '@law'];
const types = ['string', 'number', 'Date', 'readonly string[]', "'a' | 'b'", '{ a: string; b?: number }'];

/** An interface of documented methods in which each word occurs once. */
const methods: fc.Arbitrary<Method[]> = fc
  .array(
    fc.record({
      parameters: fc.array(fc.constantFrom(...types), { maxLength: 3 }),
      tags: fc.uniqueArray(fc.constantFrom(...tags), { minLength: 1, maxLength: 6 }),
      lengths: fc.array(fc.integer({ min: 3, max: 9 }), { minLength: 6, maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map(({ parameters, tags: chosen, lengths }, index) => ({
      name: `method${index}`,
      parameters,
      sentences: chosen.map((tag, place) => ({
        tag: tag === '@promise slug' ? `@promise slug-${index}` : tag,
        words: Array.from({ length: lengths[place] ?? 3 }, (_, word) => `w${index}x${place}x${word}`),
      })),
    })),
  );

function sourceOf(all: readonly Method[]): string {
  const members = all.map(({ name, parameters, sentences }) => {
    const comment = sentences.map(({ tag, words }) => `   * ${tag} ${words.join(' ')}`);
    const given = parameters.map((type, index) => `p${index}: ${type}`).join(', ');
    return `  /**\n   * Does.\n   *\n${comment.join('\n')}\n   */\n  ${name}(${given}): void;`;
  });
  return `export class BoxError extends Error {}\nexport class OtherError extends Error {}\nexport interface Box {\n${members.join('\n\n')}\n}\n`;
}

function revisionsOf(source: string): Map<string, string> {
  return new Map(promisesOf(source).map(({ id, revision }) => [id, revision]));
}

function changed(before: string, after: string): string[] {
  const [old, young] = [revisionsOf(before), revisionsOf(after)];
  return [...new Set([...old.keys(), ...young.keys()])].filter((id) => old.get(id) !== young.get(id));
}

const patient = { timeout: 120_000 };

test('one changed word makes only its own promise stale', patient, () => {
  const place = fc.tuple(methods, fc.nat(), fc.nat(), fc.nat());
  fc.assert(
    fc.property(place, ([all, ...dice]) => {
      const method = all[dice[0] % all.length]!;
      const sentence = method.sentences[dice[1] % method.sentences.length]!;
      const word = sentence.words[dice[2] % sentence.words.length]!;
      const source = sourceOf(all);
      const ids = promisesOf(source).flatMap(({ id, text }) => (text.includes(word) ? [id] : []));
      expect(ids).toHaveLength(1);
      expect(changed(source, source.replace(word, `${word}y`))).toEqual(ids);
    }),
    { numRuns: 200 },
  );
});

test('a changed signature makes only the promises of its member stale', patient, () => {
  fc.assert(
    fc.property(methods, fc.nat(), (all, dice) => {
      const { name } = all[dice % all.length]!;
      const source = sourceOf(all);
      const after = source.replace(new RegExp(`(${name}\\(.*\\)): void`), '$1: boolean');
      const ofMember = [...revisionsOf(source).keys()].filter((id) => id.startsWith(`Box.${name}#`));
      expect(changed(source, after)).toEqual(ofMember);
    }),
    { numRuns: 200 },
  );
});

test('another error replaces its promise and makes no other stale', patient, () => {
  fc.assert(
    fc.property(methods, (all) => {
      const source = sourceOf(all);
      const first = /Box\.method\d#throws:BoxError/.exec([...revisionsOf(source).keys()].join(' '))?.[0];
      fc.pre(first !== undefined);
      const after = source.replace('@throws {@link BoxError}', '@throws {@link OtherError}');
      expect(changed(source, after)).toEqual([first, first.replace('BoxError', 'OtherError')]);
    }),
    { numRuns: 200 },
  );
});

test('formatting never makes a promise stale', patient, async () => {
  const settings = fc.record({
    printWidth: fc.integer({ min: 20, max: 200 }),
    useTabs: fc.boolean(),
    semi: fc.boolean(),
    singleQuote: fc.boolean(),
    trailingComma: fc.constantFrom('all' as const, 'none' as const),
  });
  const reflow = (source: string) =>
    source.replace(/( w\d+x\d+x\d+)(?= w)/g, (word, _, at: number) =>
      at % 3 === 0 ? `${word}\n   *  ` : `${word} `,
    );
  await fc.assert(
    fc.asyncProperty(methods, settings, async (all, options) => {
      const source = sourceOf(all);
      const formatted = reflow(await format(source, { parser: 'typescript', ...options }));
      expect(changed(source, formatted)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
