import { ts } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { findMutants } from './find-mutants.ts';

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('source.ts', text, ts.ScriptTarget.ESNext, true);
}

/** Returns the sources that the mutants stand for. */
function mutated(text: string, ignoredObjects: readonly string[] = []): string[] {
  return findMutants(parse(text), ignoredObjects).map(({ edits }) =>
    edits.reduceRight((source, { start, end, text: replacement, place }) => {
      const name = place === 'shorthand' ? `${source.slice(start, end)}: ` : '';
      const code = place === 'block' ? `{${replacement}}` : replacement;
      return `${source.slice(0, start)}${name}${code}${source.slice(end)}`;
    }, text),
  );
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

const table: readonly (readonly [source: string, ...mutants: string[]])[] = [
  ['f(a < b)', 'f(a <= b)', 'f(a >= b)'],
  ['f(a === b)', 'f(a !== b)'],
  ['f(a && b)', 'f(a || b)'],
  ['f(a ?? b)', 'f(a)', 'f(b)'],
  ['f(a + b * c)', 'f(a - b * c)', 'f(a + b / c)'],
  ["f(a + 'x')", "f(a + '')"],
  ['f(!a)', 'f(a)'],
  ['f(i++)', 'f(i--)'],
  ['f(true)', 'f(false)'],
  ['f(0, 7)', 'f(1, 7)', 'f(0, 6)', 'f(0, 8)'],
  ["f('', 'x')", "f('vouch', 'x')", "f('', '')"],
  ['f(`a ${b}`)', "f('')"],
  ['if (a) f();', 'if (true) f();', 'if (false) f();', 'if (a) '],
  ['f(a ? b : c)', 'f(true ? b : c)', 'f(false ? b : c)'],
  ['while (a) f();', 'while (false) f();', 'while (a) '],
  [
    'if (a) { f(); g(); }',
    ...['if (true) { f(); g(); }', 'if (false) { f(); g(); }'],
    ...['if (a) {}', 'if (a) { g(); }', 'if (a) { f(); }'],
  ],
  ['throw error;', ''],
  ['await f();', ''],
  ['count += step;', '', 'count -= step;'],
  ['function f() { return a; }', 'function f() { return undefined; }'],
  ['f(() => a)', 'f(() => undefined)'],
  ['f(() => [a])', 'f(() => [])'],
  ['f(a?.b.c)', 'f(a.b.c)'],
  ['f(a?.b.filter(c).d)', 'f(a.b.filter(c).d)', 'f(a?.b.d)'],
  ['f(list.some(g))', 'f(list.every(g))'],
  ['f(list.toSorted(g).length)', 'f(list.length)'],
  ['f(Math.min(a, b))', 'f(Math.max(a, b))'],
];

describe('the mutants of', () => {
  test.each(table)('%s', (source, ...expected) => {
    // Every call is also removed as a whole.
    const found = mutated(source).filter((each) => each !== '' || !source.startsWith('f('));
    expect(found.map(withoutSpace).toSorted()).toEqual(expected.map(withoutSpace).toSorted());
  });

  test('SQL are other conditions, joins and orders', () => {
    const sql = 'select a from x join y on x.id = y.id where b and c is null order by d';
    const found = mutated(`f('${sql}')`).filter((each) => each !== '');
    expect(found).toEqual(
      [
        sql.replace('join', 'left join'),
        sql.replace('=', '<>'),
        sql.replace('where', 'where true or'),
        sql.replace(' and ', ' or '),
        sql.replace('is null', 'is not null'),
        `${sql} desc`,
      ].map((each) => `f('${each}')`),
    );
  });

  test('a constant are placed where it is used', () => {
    const source = 'const limit = 10; function f(a: number) { g(a > limit, { limit }); }';
    const found = mutated(source).filter((each) => !each.includes('a > limit'));
    expect(found).toContain('const limit = 10; function f(a: number) { g(a > 9, { limit: 9 }); }');
    expect(found.some((each) => each.startsWith('const limit = 9'))).toBe(false);
  });

  test('a text with results of functions are placed where it is used', () => {
    const source = "const sql = `select ${list('a')} where b`; const list = (a: string) => a; f(sql);";
    const used = mutated(source).filter((each) => each.startsWith(source.slice(0, 40)));
    expect(used.map(withoutSpace)).toContain(
      withoutSpace(source.replace('f(sql)', "f(`select ${list('a')} where true or b`)")),
    );
  });

  test('a constant that a parameter hides stay in their place', () => {
    const source = 'const limit = 10; const f = (limit: number) => { g(limit); };';
    expect(mutated(source)).toContain(source.replace('10', '9'));
  });
});

describe('there is no mutant in', () => {
  test.each([
    ["import { a } from 'b';"],
    ["export * from 'b';"],
    ["type A = { kind: 'b' };"],
    ['interface A { b: 1 }'],
    ["const a = {} as { b: 'c' };"],
    ["logger.info('a');"],
    ["this.#logger.info('a');"],
    ["void tracer.begin('a');"],
  ])('%s', (source) => {
    expect(mutated(source, ['tracer'])).toEqual([]);
  });

  test('the message of an error, a name and a compared kind', () => {
    const found = mutated("throw new SomeError(`no ${a}`); f(a['b'], c === 'd', { 'e-f': g });");
    expect(found.filter((each) => each.includes("''"))).toEqual([]);
  });
});
