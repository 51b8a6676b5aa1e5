import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contractTags } from './tags.ts';

test('tsdoc.json declares the same tags for editors', () => {
  const file = new URL('../../../../../../tsdoc.json', import.meta.url);
  const { tagDefinitions } = JSON.parse(readFileSync(file, 'utf8')) as { tagDefinitions: unknown };
  expect(tagDefinitions).toEqual(contractTags);
});
