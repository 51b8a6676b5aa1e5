import type { Bounds, Parameter } from '../model.ts';
import { withoutNullish } from '../type-shape.ts';
import { isIdentifier } from './identifiers.ts';
import { mentionsTopic, type Topic } from './mentions-topic.ts';

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
  /** It is not derived where the contract speaks of this. */
  readonly topic?: Topic;
  readonly words: string;
  readonly verdict: keyof typeof outcomes;
}

/** The edges of what a parameter may be: at its limits and beyond them, empty, null, left out. */
export function edgesOfParameter(parameter: Parameter, statedText: string): Edge[] {
  const { name, type, bounds, isOptional } = parameter;
  const { shape, empty } = withoutNullish(type.shape);
  const cases = isIdentifier(parameter)
    ? []
    : shape.kind === 'number'
      ? ofNumber(bounds)
      : ofLength(shape.kind, bounds);
  if (empty === 'null' && /\bnull\b/.test(type.text)) cases.push(unsaid('null', 'is null'));
  if (isOptional && shape.kind !== 'object') cases.push(unsaid('omitted', 'is left out'));
  return cases
    .filter(({ topic }) => topic === undefined || !mentionsTopic(topic, statedText))
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
  else if (min > 0) cases.push({ slug: 'empty', topic: 'empty', words: 'is empty', verdict: 'refuses' });
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
  const beyondSlug = end === 'min' ? 'below-min' : 'above-max';
  return [
    { slug: end, words: at, verdict: 'accepts' },
    { slug: beyondSlug, topic: beyondSlug, words: beyond, verdict: 'refuses' },
  ];
}

function unsaid(slug: string, words: string): Case {
  const topic = slug === 'empty' || slug === 'null' || slug === 'omitted' ? slug : undefined;
  return { slug, words, verdict: 'unsaid', ...(topic ? { topic } : {}) };
}
