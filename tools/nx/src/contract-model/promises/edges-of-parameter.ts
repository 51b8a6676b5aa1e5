import type { Bounds, Parameter } from '../model.ts';
import { withoutEmpty } from '../type-shape.ts';

export interface Edge {
  readonly slug: string;
  readonly text: string;
}

const outcomes = {
  accepts: 'works',
  refuses: 'refuses',
  unsaid: 'keeps to its contract',
};

interface Case {
  readonly slug: string;
  readonly words: string;
  readonly verdict: keyof typeof outcomes;
}

/** The edges of what a parameter may be: at its limits and beyond them, empty, null, left out. */
export function edgesOfParameter({ name, type, bounds, isOptional }: Parameter, told: string): Edge[] {
  const { shape, empty } = withoutEmpty(type.shape);
  const isTold = (words: string) => new RegExp(`\\b(?:${words})\\b`, 'i').test(told);
  const cases = shape.kind === 'number' ? ofNumber(bounds) : ofLength(shape.kind, bounds);
  if (empty === 'null' && /\bnull\b/.test(type.text) && !isTold('null'))
    cases.push(unsaid('null', 'is null'));
  if (isOptional && shape.kind !== 'object' && !isTold('omitted|left out|defaults?|without'))
    cases.push(unsaid('omitted', 'is left out'));
  return cases
    .filter(({ slug }) => slug !== 'empty' || !isTold('empty|blank'))
    .map(({ slug, words, verdict }) => ({
      slug: `${name}:${slug}`,
      text: `${outcomes[verdict]} when ${name} ${words}`,
    }));
}

function ofLength(kind: string, bounds: Bounds | undefined): Case[] {
  if (kind !== 'string' && kind !== 'array') return [];
  const { min, max } = bounds ?? {};
  const has = (count: number) =>
    `has ${count} ${kind === 'string' ? 'character' : 'item'}${count === 1 ? '' : 's'}`;
  const cases: Case[] = [];
  if (min === undefined) cases.push(unsaid('empty', 'is empty'));
  else if (min > 0) cases.push({ slug: 'empty', words: 'is empty', verdict: 'refuses' });
  if (min !== undefined && min > 1) cases.push(...limit('min', has(min), has(min - 1)));
  if (max !== undefined) cases.push(...limit('max', has(max), has(max + 1)));
  return cases;
}

function ofNumber(bounds: Bounds | undefined): Case[] {
  const { min, max } = bounds ?? {};
  if (min === undefined && max === undefined)
    return [unsaid('zero', 'is 0'), unsaid('negative', 'is negative')];
  return [
    ...(min === undefined ? [] : limit('min', `is ${min}`, `is ${min - 1}`)),
    ...(max === undefined ? [] : limit('max', `is ${max}`, `is ${max + 1}`)),
  ];
}

function limit(end: 'min' | 'max', at: string, beyond: string): Case[] {
  return [
    { slug: end, words: at, verdict: 'accepts' },
    { slug: end === 'min' ? 'below-min' : 'above-max', words: beyond, verdict: 'refuses' },
  ];
}

function unsaid(slug: string, words: string): Case {
  return { slug, words, verdict: 'unsaid' };
}
