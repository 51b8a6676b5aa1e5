import fc from 'fast-check';
import { oddComment } from './odd-comment.ts';
import { oddMember } from './odd-members.ts';
import { oddName } from './odd-words.ts';
import { declarations } from './odd-types.ts';

/** A contract that is unusual but valid: TypeScript compiles it. */
export interface OddContract {
  readonly name: string;
  /** Its name with type arguments: `Odd<string>`. */
  readonly type: string;
  /** The whole file. */
  readonly text: string;
}

const typeParameters = fc.constantFrom<readonly string[]>(
  [],
  [],
  ['T'],
  ['T = string'],
  ['T extends object', 'in out V = unknown'],
);

export const oddContract: fc.Arbitrary<OddContract> = fc
  .tuple(
    oddName.map(capitalized),
    typeParameters,
    fc.constantFrom<'interface' | 'class'>('interface', 'interface', 'class'),
  )
  .filter(([name]) => !taken.has(name))
  .chain(([name, generics, kind]) => {
    const known = generics.map((text) => /(?:in out )?(\w+)/.exec(text)?.[1] ?? '');
    const members = fc.uniqueArray(oddMember(known, kind), {
      maxLength: 6,
      selector: ({ name: member }) => member,
    });
    return fc.tuple(oddComment([]), members).map(([comment, all]) => ({
      name,
      type: typeOf(name, generics),
      text: textOf({ name, generics, kind, comment, members: all.map(({ text }) => text) }),
    }));
  });

const taken = new Set(
  'OddError Thing Json Brand Colour Tree Box Date Map Promise Error Buffer Object'.split(' '),
);

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function typeOf(name: string, generics: readonly string[]): string {
  const required = generics.filter((text) => !text.includes('='));
  return required.length === 0 ? name : `${name}<${required.map(() => 'Thing').join(', ')}>`;
}

interface Parts {
  readonly name: string;
  readonly generics: readonly string[];
  readonly kind: 'interface' | 'class';
  readonly comment: string;
  readonly members: readonly string[];
}

function textOf({ name, generics, kind, comment, members }: Parts): string {
  const parameters = generics.length === 0 ? '' : `<${generics.join(', ')}>`;
  const head = kind === 'class' ? 'abstract class' : 'interface';
  return `${declarations}\n${comment}export ${head} ${name}${parameters} {\n${members.join('\n')}\n}\n`;
}
