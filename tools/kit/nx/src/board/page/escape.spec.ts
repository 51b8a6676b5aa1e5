import { expect, test } from 'vitest';
import { embeddedJson, escapeHtml } from './escape.ts';

test('HTML is escaped as text and as an attribute', () => {
  expect(escapeHtml('<img title="a & b">')).toBe('&lt;img title=&quot;a &amp; b&quot;&gt;');
});

test.each(['</script><script>alert(1)</script>', '<!-- <script>', '\u2028 👩‍👩‍👧‍👦 \u202Egnp.exe', '\uD800'])(
  'embedded JSON keeps %j and cannot end its element',
  (text) => {
    const json = embeddedJson({ text });
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual({ text });
  },
);
