import { ts } from 'ts-morph';
import type { Edit, Mutant } from './mutant.ts';

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
  const edits = mutants.flatMap(({ edits: own }, index) => own.map((edit) => ({ edit, id: first + index })));
  const groups = Map.groupBy(edits, ({ edit: { start, end, place } }) => `${start} ${end} ${place}`);
  const places = [...groups.values()].toSorted(([one], [other]) => outerFirst(one?.edit, other?.edit));
  const opening = places.map((place) => openingOf(place, source.text));
  const closing = places.toReversed().map((place) => closingOf(place));
  const guards = loopGuards(source);
  return insert(source.text, [...closing, ...guards.closing, ...guards.opening, ...opening]);
}

type Place = readonly { readonly edit: Edit; readonly id: number }[];

function openingOf(place: Place, source: string): Insertion {
  const [{ edit, id } = unreachable()] = place;
  const { start, end } = edit;
  if (edit.place === 'statement') return { at: start, text: `{if(!${isActive(id)}){` };
  if (edit.place === 'block') return { at: start + 1, text: `if(!${isActive(id)}){` };
  const branches = place.map((each) => `${isActive(each.id)}?(${each.edit.text}):`);
  const name = edit.place === 'shorthand' ? `${source.slice(start, end)}:` : '';
  return { at: start, text: `${name}(${branches.join('')}(` };
}

function closingOf([{ edit } = unreachable()]: Place): Insertion {
  if (edit.place === 'statement') return { at: edit.end, text: '}}' };
  return edit.place === 'block' ? { at: edit.end - 1, text: '}' } : { at: edit.end, text: '))' };
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
function outerFirst(one?: Edit, other?: Edit): number {
  if (one === undefined || other === undefined) return 0;
  return one.start - other.start || other.end - one.end || (one.place === 'statement' ? -1 : 1);
}

function unreachable(): never {
  throw new Error('A place has at least one mutant.');
}
