import { expect, test } from 'vitest';
import { parseDocumentation } from './parse-documentation.ts';

test.each([
  ['{@link LostError} when it is lost', { error: 'LostError', text: 'when it is lost' }],
  ['{@link Lost} when it is lost', { error: 'Lost', text: 'when it is lost' }],
  ['{@link errors.Lost}: it is lost.', { error: 'errors.Lost', text: 'it is lost' }],
  ['LostError when it is lost', { error: 'LostError', text: 'when it is lost' }],
  ['{Lost} when it is lost', { error: 'Lost', text: 'when it is lost' }],
  ['When it is lost', { error: '', text: 'When it is lost' }],
  [
    'an error when it is lost, see {@link LostError}',
    { error: '', text: 'an error when it is lost, see LostError' },
  ],
  ['{@link LostError}', { error: 'LostError', text: '' }],
])('@throws %s', (text, expected) => {
  expect(parseDocumentation(`/**\n * @throws ${text}\n */`).throws).toEqual([expected]);
});

test('an empty or missing comment documents nothing', () => {
  expect(parseDocumentation('/** */')).toMatchObject({ summary: '', returns: [], throws: [] });
  expect(parseDocumentation(undefined)).toMatchObject({ summary: '', returns: [], throws: [] });
});
