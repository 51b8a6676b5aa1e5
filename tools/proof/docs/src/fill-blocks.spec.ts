import { expect, test } from 'vitest';
import { fillBlocks } from './fill-blocks.ts';

const blocks = { levels: () => '| new |' };

test('replaces the text between the marks of a block', () => {
  const text = 'before\n<!-- levels -->\n\n| old |\n\n<!-- /levels -->\nafter\n';
  expect(fillBlocks(text, blocks)).toBe('before\n<!-- levels -->\n\n| new |\n\n<!-- /levels -->\nafter\n');
});

test('filling again changes nothing', () => {
  const once = fillBlocks('<!-- levels -->\n<!-- /levels -->', blocks);
  expect(fillBlocks(once, blocks)).toBe(once);
});

test('ignores marks with other names', () => {
  const text = '<!-- others -->\nkept\n<!-- /others -->';
  expect(fillBlocks(text, blocks)).toBe(text);
});
