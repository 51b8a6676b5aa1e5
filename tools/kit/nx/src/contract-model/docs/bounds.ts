import type { Bounds } from '../model.ts';

const number = '(-?\\d[\\d_]*(?:\\.\\d+)?)';

const patterns: readonly [RegExp, (a: number, b: number) => Bounds][] = [
  [new RegExp(`${number}\\s*(?:\\.\\.|…|–|—| to )\\s*${number}`, 'i'), (min, max) => ({ min, max })],
  [new RegExp(`between ${number} and ${number}`, 'i'), (min, max) => ({ min, max })],
  [
    new RegExp(`(?:at most|up to|no more than|not more than|maximum(?: of)?|<=|≤) ?${number}`, 'i'),
    (max) => ({ max }),
  ],
  [new RegExp(`(?:at least|no less than|minimum(?: of)?|>=|≥) ?${number}`, 'i'), (min) => ({ min })],
  [/\bnon-?negative\b|\bnot negative\b/i, () => ({ min: 0 })],
  [/\bpositive\b/i, () => ({ min: 1 })],
  [/\b(?:non-?empty|not empty|must not be empty|never empty)\b/i, () => ({ min: 1 })],
];

/** Reads limits from a parameter's description, in forms with one meaning: `1..255`, `non-empty`, `at most 8`. */
export function boundsIn(description: string): Bounds | undefined {
  const found = patterns.map(([pattern, bounds]) => {
    const match = pattern.exec(description);
    return match ? bounds(numberOf(match[1]), numberOf(match[2])) : {};
  });
  const merged = Object.assign({}, ...found.toReversed()) as Bounds;
  return merged.min === undefined && merged.max === undefined ? undefined : merged;
}

function numberOf(text = ''): number {
  return Number(text.replaceAll('_', ''));
}
