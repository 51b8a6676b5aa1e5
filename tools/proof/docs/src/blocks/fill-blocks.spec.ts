import { expect, test } from 'vitest';
import { fillBlocks } from './fill-blocks.ts';

const blocks = { levels: () => '| new |', options: (generator: string) => `options of ${generator}` };

test('replaces the text between the marks of a block', () => {
  const text = 'before\n<!-- levels -->\n\n| old |\n\n<!-- /levels -->\nafter\n';
  expect(fillBlocks(text, blocks)).toBe('before\n<!-- levels -->\n\n| new |\n\n<!-- /levels -->\nafter\n');
});

test('passes on what follows the name of a block', () => {
  const text = '<!-- options rename -->\n<!-- /options -->\n<!-- options factory -->\n<!-- /options -->\n';
  expect(fillBlocks(text, blocks)).toBe(
    '<!-- options rename -->\n\noptions of rename\n\n<!-- /options -->\n' +
      '<!-- options factory -->\n\noptions of factory\n\n<!-- /options -->\n',
  );
});

test('changes nothing when run again', () => {
  const once = fillBlocks('<!-- levels -->\n<!-- /levels -->', blocks);
  expect(fillBlocks(once, blocks)).toBe(once);
});

test('leaves marks of other names', () => {
  const text = '<!-- others -->\nkept\n<!-- /others -->';
  expect(fillBlocks(text, blocks)).toBe(text);
});
