import { ts } from 'ts-morph';
import type { Mutant } from './mutant.ts';

/** A text that is inserted into a source. */
interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** Names of the functions that instrumented code calls. */
export const isActiveFunction = '__vouchMutant';
export const loopFunction = '__vouchLoop';

/**
 * Returns a source that contains all its mutants, numbered from `first`: each is evaluated instead of the original
 * code while `__vouchMutant(number)` returns true. The lines of the source keep their numbers.
 */
export function instrument(source: ts.SourceFile, mutants: readonly Mutant[], first: number): string {
  const groups = Map.groupBy(
    mutants.map((mutant, index) => ({ mutant, id: first + index })),
    ({ mutant }) => `${mutant.start} ${mutant.end} ${mutant.place}`,
  );
  const places = [...groups.values()].toSorted(([one], [other]) => outerFirst(one?.mutant, other?.mutant));
  const opening = places.map((place) => openingOf(place));
  const closing = places.toReversed().map((place) => closingOf(place));
  const guards = loopGuards(source);
  return insert(source.text, [...closing, ...guards.closing, ...guards.opening, ...opening]);
}

type Place = readonly { readonly mutant: Mutant; readonly id: number }[];

function openingOf(place: Place): Insertion {
  const [{ mutant, id } = unreachable()] = place;
  if (mutant.place === 'statement') return { at: mutant.start, text: `{if(!${isActive(id)}){` };
  if (mutant.place === 'block') return { at: mutant.start + 1, text: `if(!${isActive(id)}){` };
  const branches = place.map((each) => `${isActive(each.id)}?(${each.mutant.text}):`);
  return { at: mutant.start, text: `(${branches.join('')}(` };
}

function closingOf([{ mutant } = unreachable()]: Place): Insertion {
  if (mutant.place === 'statement') return { at: mutant.end, text: '}}' };
  return mutant.place === 'block' ? { at: mutant.end - 1, text: '}' } : { at: mutant.end, text: '))' };
}

function isActive(id: number): string {
  return `${isActiveFunction}(${id})`;
}

/** Makes each pass of a loop call a function, which ends a loop that a mutant has made infinite. */
function loopGuards(source: ts.SourceFile): Record<'opening' | 'closing', Insertion[]> {
  const opening: Insertion[] = [];
  const closing: Insertion[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false)) {
      const body = node.statement;
      const isBlock = ts.isBlock(body);
      const call = `${loopFunction}();`;
      opening.push({ at: body.getStart() + (isBlock ? 1 : 0), text: isBlock ? call : `{${call}` });
      if (!isBlock) closing.push({ at: body.getEnd(), text: '}' });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { opening, closing: closing.toReversed() };
}

/** Inserts texts. At one position they keep their order. */
function insert(text: string, insertions: readonly Insertion[]): string {
  let end = 0;
  const parts: string[] = [];
  for (const { at, text: inserted } of insertions.toSorted((one, other) => one.at - other.at)) {
    parts.push(text.slice(end, at), inserted);
    end = at;
  }
  return [...parts, text.slice(end)].join('');
}

/** Sorts by start. Of two places with the same start, the surrounding one is first. */
function outerFirst(one?: Mutant, other?: Mutant): number {
  if (one === undefined || other === undefined) return 0;
  return one.start - other.start || other.end - one.end || (one.place === 'statement' ? -1 : 1);
}

function unreachable(): never {
  throw new Error('A place has at least one mutant.');
}
