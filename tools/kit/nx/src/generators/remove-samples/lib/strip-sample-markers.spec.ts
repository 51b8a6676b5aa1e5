import { expect, test } from 'vitest';
import { isAboutSample, stripSampleMarkers } from './strip-sample-markers.ts';
import { removeTableRows } from './remove-table-rows.ts';

const module = `import { a } from './a.ts';
// <sample alerts>
import { b } from './b.ts';
// </sample alerts>

export const all = {
  a,
  // <sample alerts>
  b,
  // </sample alerts>
  // <sample cache>
  c,
  // </sample cache>
};
`;

test('removes passages of the given samples and keeps others', () => {
  expect(stripSampleMarkers(module, ['alerts'])).toBe(
    "import { a } from './a.ts';\n\nexport const all = {\n  a,\n  // <sample cache>\n  c,\n  // </sample cache>\n};\n",
  );
  expect(stripSampleMarkers(module, [])).toBe(module);
});

test('removes passages of documents too', () => {
  const text = 'One.\n\n<!-- <sample alerts> -->\n\n## Two\n\n<!-- </sample alerts> -->\n\nThree.\n';
  expect(stripSampleMarkers(text, ['alerts'])).toBe('One.\n\n\nThree.\n');
});

test('ignores a passage without an end', () => {
  const text = '// <sample alerts>\na;\n';
  expect(stripSampleMarkers(text, ['alerts'])).toBe(text);
});

test.each([
  ['// About the sample alerts: it goes with it.\n', true],
  ['<!-- About the sample alerts: it goes with it. -->\n', true],
  ['// About the sample cache: it goes with it.\n', false],
  ['import a;\n// About the sample alerts\n', false],
  ['', false],
])('the file %j is about alerts: %j', (text, expected) => {
  expect(isAboutSample(text, ['alerts'])).toBe(expected);
});

test('removes table rows and list items with removed paths, but no sentences', () => {
  const text =
    '| a | `libs/alerts/x` |\n| b | `libs/identity/x` |\n- see libs/alerts/y\nlibs/alerts/z is an example.\n';
  expect(removeTableRows(text, ['libs/alerts/'])).toBe(
    '| b | `libs/identity/x` |\nlibs/alerts/z is an example.\n',
  );
});
