import { expect, test } from 'vitest';
import { fillBlocks } from './fill-blocks.ts';

const blocks = { levels: () => '| new |' };

test('what stands between the marks of a block is replaced', () => {
  const text = 'before\n<!-- levels -->\n\n| old |\n\n<!-- /levels -->\nafter\n';
  expect(fillBlocks(text, blocks)).toBe('before\n<!-- levels -->\n\n| new |\n\n<!-- /levels -->\nafter\n');
});

test('filling twice changes nothing more', () => {
  const once = fillBlocks('<!-- levels -->\n<!-- /levels -->', blocks);
  expect(fillBlocks(once, blocks)).toBe(once);
});

test('marks of other names are left alone', () => {
  const text = '<!-- others -->\nkept\n<!-- /others -->';
  expect(fillBlocks(text, blocks)).toBe(text);
});
