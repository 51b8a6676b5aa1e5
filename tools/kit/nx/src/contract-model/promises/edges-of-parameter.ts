import type { Bounds, Parameter } from '../model.ts';
import { withoutNullish } from '../type-shape.ts';
import { isIdentifier } from './identifiers.ts';
import { mentionsTopic, type Topic } from './mentions-topic.ts';

export interface Edge {
  readonly slug: string;
  readonly text: string;
  /** Text for the revision, from an earlier wording. */
  readonly revisionText: string;
}

const outcomes = {
  accepts: 'works',
  rejects: 'fails',
  unspecified: 'has a defined result',
};

/** Earlier wordings, which revisions are computed from. */
const revisionOutcomes = { accepts: 'works', rejects: 'refuses', unspecified: 'keeps to its contract' };

interface Case {
  readonly slug: string;
  /** The case is not derived if the contract mentions this topic. */
  readonly topic?: Topic;
  readonly words: string;
  readonly revisionWords?: string;
  readonly expected: keyof typeof outcomes;
}

/** Derives the edge cases of a parameter: at and beyond its limits, empty, null, omitted. */
export function edgesOfParameter(parameter: Parameter, statedText: string): Edge[] {
  const { name, type, bounds, isOptional } = parameter;
  const { shape, empty } = withoutNullish(type.shape);
  const cases = isIdentifier(parameter)
    ? []
    : shape.kind === 'number'
      ? ofNumber(bounds)
      : ofLength(shape.kind, bounds);
  if (empty === 'null' && /\bnull\b/.test(type.text)) cases.push(unstated('null', 'is null'));
  if (isOptional && shape.kind !== 'object')
    cases.push({ ...unstated('omitted', 'is omitted'), revisionWords: 'is left out' });
  return cases
    .filter(({ topic }) => topic === undefined || !mentionsTopic(topic, statedText))
    .map(({ slug, words, revisionWords = words, expected }) => ({
      slug: `${name}:${slug}`,
      text: `${outcomes[expected]} when ${name} ${words}`,
      revisionText: `${revisionOutcomes[expected]} when ${name} ${revisionWords}`,
    }));
}

function ofLength(kind: string, bounds: Bounds | undefined): Case[] {
  if (kind !== 'string' && kind !== 'array') return [];
  const { min, max } = bounds ?? {};
  const has = (count: number) =>
    `has ${count} ${kind === 'string' ? 'character' : 'item'}${count === 1 ? '' : 's'}`;
  const cases: Case[] = [];
  if (min === undefined) cases.push(unstated('empty', 'is empty'));
  else if (min > 0) cases.push({ slug: 'empty', topic: 'empty', words: 'is empty', expected: 'rejects' });
  if (min !== undefined && min > 1) cases.push(...limit('min', has(min), has(min - 1)));
  if (max !== undefined) cases.push(...limit('max', has(max), has(max + 1)));
  return cases;
}

function ofNumber(bounds: Bounds | undefined): Case[] {
  const { min, max } = bounds ?? {};
  if (min === undefined && max === undefined)
    return [unstated('zero', 'is 0'), unstated('negative', 'is negative')];
  return [
    ...(min === undefined ? [] : limit('min', `is ${min}`, `is ${min - 1}`)),
    ...(max === undefined ? [] : limit('max', `is ${max}`, `is ${max + 1}`)),
  ];
}

function limit(end: 'min' | 'max', at: string, beyond: string): Case[] {
  const beyondSlug = end === 'min' ? 'below-min' : 'above-max';
  return [
    { slug: end, words: at, expected: 'accepts' },
    { slug: beyondSlug, topic: beyondSlug, words: beyond, expected: 'rejects' },
  ];
}

function unstated(slug: string, words: string): Case {
  const topic = slug === 'empty' || slug === 'null' || slug === 'omitted' ? slug : undefined;
  return { slug, words, expected: 'unspecified', ...(topic ? { topic } : {}) };
}
