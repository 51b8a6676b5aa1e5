import fc from 'fast-check';
import { oddWords } from './odd-words.ts';

/** A documentation comment with any tags of the contract language, or none. */
export function oddComment(parameters: readonly string[], subject?: string): fc.Arbitrary<string> {
  const line = (make: (text: string) => string) => oddWords.map(make);
  const tag = fc.oneof(
    line((text) => `@returns ${text}`),
    line((text) => `@throws {@link OddError} ${text}`),
    line((text) => `@throws ${text}`),
    fc.tuple(oddWords, oddWords).map(([one, two]) => `@remarks\n   * - ${one}\n   * - ${two}`),
    fc.tuple(fc.nat(), oddWords).map(([slug, text]) => `@promise slug-${slug} ${text}`),
    line((text) => `@invariant ${text}`),
    line((text) => `@law ${text}`),
    lawInCode(parameters),
    line(
      (text) =>
        `@example ${text}\n   * \`\`\`ts\n   * ${subject ?? 'odd'} === undefined; // => false\n   * \`\`\``,
    ),
    line((text) => `@param ${parameters[0] ?? 'none'} - 1..9 ${text}`),
    line((text) => `@deprecated ${text}`),
    fc.constant('@tenantScoped'),
    line((text) => `@untested #returns ${text}`),
  );
  return fc
    .tuple(oddWords, fc.array(tag, { maxLength: 4 }), fc.nat(9))
    .map(([text, tags, dice]) =>
      dice === 0 ? '' : `/**\n   * ${text}\n   *\n${tags.map((each) => `   * ${each}\n`).join('')}   */\n`,
    );
}

/** A law that holds for every value, so that its test passes. */
function lawInCode([name = 'none']: readonly string[]): fc.Arbitrary<string> {
  return oddWords.map(
    (text) => `@law ${text}\n   * \`\`\`ts\n   * Object.is(${name}, ${name});\n   * \`\`\``,
  );
}
