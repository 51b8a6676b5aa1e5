import fc from 'fast-check';
import { oddComment } from './odd-comment.ts';
import { oddAnswer, oddType } from './odd-types.ts';
import { oddName } from './odd-words.ts';

export interface OddMember {
  readonly name: string;
  /** Its declarations with comments, including overloads. */
  readonly text: string;
}

/** A member of an interface or an abstract class. */
export function oddMember(generics: readonly string[], kind: 'interface' | 'class'): fc.Arbitrary<OddMember> {
  return fc
    .tuple(memberName(kind), fc.array(signature(generics, kind), { minLength: 1, maxLength: 3 }), fc.nat(9))
    .map(([name, signatures, dice]) => {
      const prefix = kind === 'class' ? 'abstract ' : dice === 0 ? 'readonly ' : '';
      const isProperty = dice < 2;
      const [first] = signatures;
      if (isProperty && first) return { name, text: `${first.comment}  ${prefix}${name}: ${first.type};` };
      const optional = dice === 2 && kind === 'interface' ? '?' : '';
      const texts = signatures.map(
        ({ comment, call }) => `${comment}  ${kind === 'class' ? prefix : ''}${name}${optional}${call};`,
      );
      return { name, text: texts.join('\n') };
    });
}

function memberName(kind: 'interface' | 'class'): fc.Arbitrary<string> {
  const quoted = fc.constantFrom("'quoted name'", '"with-dash"', "'日本 語'");
  const names =
    kind === 'class' ? oddName.filter((name) => !['static', 'async', 'get', 'set'].includes(name)) : oddName;
  return fc.oneof({ weight: 8, arbitrary: names }, { weight: 1, arbitrary: quoted });
}

interface OddSignature {
  readonly comment: string;
  readonly call: string;
  readonly type: string;
}

function signature(generics: readonly string[], kind: 'interface' | 'class'): fc.Arbitrary<OddSignature> {
  const own = fc.constantFrom<readonly string[]>(
    [],
    [],
    [],
    ['M'],
    ['M extends string'],
    ['M = unknown', 'const N extends Thing = Thing'],
  );
  return own.chain((typeParameters) => {
    const names = typeParameters.map((text) => /(?:const )?(\w+)/.exec(text)?.[1] ?? '');
    const known = [...generics, ...names];
    const answer = kind === 'class' ? oddAnswer(known).filter((type) => type !== 'this') : oddAnswer(known);
    return fc.tuple(parameters(known), answer, oddType(generics)).chain(([given, returns, type]) =>
      oddComment(given.map(({ name }) => name)).map((comment) => {
        const list = given.map(({ text }) => text).join(', ');
        return {
          comment,
          type,
          call: `${typeParameters.length > 0 ? `<${typeParameters.join(', ')}>` : ''}(${list}): ${returns}`,
        };
      }),
    );
  });
}

function parameters(known: readonly string[]): fc.Arbitrary<{ name: string; text: string }[]> {
  const one = fc.record({ name: oddName, type: oddType(known), isOptional: fc.boolean() });
  const reserved = [
    'delete',
    'new',
    'async',
    'static',
    'let',
    'of',
    'type',
    'from',
    'as',
    'get',
    '__proto__',
  ];
  return fc
    .uniqueArray(one, { maxLength: 4, selector: ({ name }) => name })
    .map((all) => all.filter(({ name }) => !reserved.includes(name)))
    .chain((all) =>
      fc.constantFrom('none', 'rest', 'this', 'destructured').map((twist) => twisted(all, twist)),
    );
}

/** Optional parameters come last. */
function twisted(
  all: readonly { name: string; type: string; isOptional: boolean }[],
  twist: string,
): { name: string; text: string }[] {
  const firstOptional = all.findIndex(({ isOptional }) => isOptional);
  const plain = all.map(({ name, type }, index) => ({
    name,
    text: `${name}${firstOptional !== -1 && index >= firstOptional ? '?' : ''}: ${type}`,
  }));
  if (twist === 'rest')
    return [...plain, { name: 'rest', text: '...rest: readonly Thing[]' }].filter(isFirst);
  if (twist === 'this') return [{ name: 'this', text: 'this: unknown' }, ...plain];
  return plain;
}

function isFirst({ name }: { name: string }, index: number, all: readonly { name: string }[]): boolean {
  return all.findIndex((each) => each.name === name) === index;
}
