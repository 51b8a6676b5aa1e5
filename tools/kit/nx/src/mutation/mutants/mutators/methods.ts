import { ts } from 'ts-morph';
import type { Mutator } from '../mutation.ts';
import { textOf } from '../text-of.ts';

const counterparts: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  toUpperCase: 'toLowerCase',
  toLowerCase: 'toUpperCase',
  'Math.min': 'max',
  'Math.max': 'min',
  'Math.floor': 'ceil',
  'Math.ceil': 'floor',
};

const removable = new Set([
  ...['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'concat'],
  ...['trim', 'trimStart', 'trimEnd', 'normalize'],
]);

/** Replaces calls of methods with those of their counterparts, or removes them: `list.filter(f)` → `list`. */
export const methods: Mutator = (node) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression: subject } = node.expression;
  const key = subject.getText() === 'Math' ? `Math.${name.text}` : name.text;
  const other = Object.hasOwn(counterparts, key) ? counterparts[key] : undefined;
  if (other === undefined)
    return removable.has(name.text)
      ? [{ node, text: textOf(subject), change: `.${name.text}(…) → removed`, at: name.getStart() }]
      : [];
  const text = textOf(node, { node: name, text: other });
  return [{ node, text, change: `${name.text} → ${other}`, at: name.getStart() }];
};
