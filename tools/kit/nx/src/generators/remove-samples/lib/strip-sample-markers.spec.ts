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

test('passages of the samples go, those of others stay', () => {
  expect(stripSampleMarkers(module, ['alerts'])).toBe(
    "import { a } from './a.ts';\n\nexport const all = {\n  a,\n  // <sample cache>\n  c,\n  // </sample cache>\n};\n",
  );
  expect(stripSampleMarkers(module, [])).toBe(module);
});

test('passages of documents go too', () => {
  const text = 'One.\n\n<!-- <sample alerts> -->\n\n## Two\n\n<!-- </sample alerts> -->\n\nThree.\n';
  expect(stripSampleMarkers(text, ['alerts'])).toBe('One.\n\n\nThree.\n');
});

test('a passage that does not end is left: nothing is taken for it', () => {
  const text = '// <sample alerts>\na;\n';
  expect(stripSampleMarkers(text, ['alerts'])).toBe(text);
});

test.each([
  ['// About the sample alerts: it goes with it.\n', true],
  ['<!-- About the sample alerts: it goes with it. -->\n', true],
  ['// About the sample cache: it goes with it.\n', false],
  ['import a;\n// About the sample alerts\n', false],
  ['', false],
])('%j is about alerts as a whole: %j', (text, expected) => {
  expect(isAboutSample(text, ['alerts'])).toBe(expected);
});

test('rows and items that name what is gone go, sentences stay', () => {
  const text =
    '| a | `libs/alerts/x` |\n| b | `libs/identity/x` |\n- see libs/alerts/y\nlibs/alerts/z is an example.\n';
  expect(removeTableRows(text, ['libs/alerts/'])).toBe(
    '| b | `libs/identity/x` |\nlibs/alerts/z is an example.\n',
  );
});
