import { create } from './create-element.ts';
import { type Entry, isTestedAt } from './entries.ts';
import { testMark } from './signs.ts';

/** Shows how many promises are tested at a level, as numbers and as a bar. */
export function levelCounts(entries: readonly Entry[], level: string): HTMLTableCellElement {
  const states = entries.flatMap((entry) => entry.levels.get(level) ?? []);
  if (states.length === 0) return levelCell(level, create('span', { class: 'nothing' }, '–'));
  const tested = entries.filter((entry) => isTestedAt(entry, level)).length;
  const failed = states.filter((state) => state === 'failed').length;
  const label = `${tested} of ${entries.length} tested at ${level}${failed > 0 ? `, ${failed} failed` : ''}`;
  const numbers = create(
    'span',
    { class: 'numbers' },
    `${tested}`,
    create('small', {}, `/${entries.length}`),
  );
  if (failed > 0) numbers.append(create('b', { class: 'failed' }, ` ✕${failed}`));
  const bar = create('span', { class: 'bar' });
  for (const [kind, count] of [
    ['failed', failed],
    ['passed', tested - failed],
    ['waiting', states.length - tested],
  ] as const)
    if (count > 0) bar.append(barPart(kind, count / entries.length));
  const content = create('span', { class: 'counts', title: label }, numbers, bar);
  return levelCell(level, content);
}

export function levelState({ levels }: Entry, level: string): HTMLTableCellElement {
  const state = levels.get(level);
  if (state === undefined) return levelCell(level);
  return levelCell(level, testMark(state, `${state} at ${level}`));
}

function levelCell(level: string, ...content: readonly Node[]): HTMLTableCellElement {
  return create('td', { class: 'level', 'data-level': level }, ...content);
}

function barPart(kind: string, share: number): HTMLElement {
  const part = create('i', { class: kind });
  part.style.width = `${share * 100}%`;
  return part;
}
