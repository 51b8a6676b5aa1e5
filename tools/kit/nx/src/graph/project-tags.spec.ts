import { expect, test } from 'vitest';
import { projectTags } from './project-tags.ts';

test.each([
  ['libs/identity/contract', ['scope:identity', 'type:contract']],
  ['libs/identity/app', ['scope:identity', 'type:app']],
  ['libs/identity/test', ['scope:identity', 'type:test']],
  ['apps/api', ['scope:api', 'type:deployable']],
  ['apps/api-e2e', ['scope:api', 'type:e2e']],
  ['tools/kit/nx', ['type:kit']],
  ['tools/proof/bench', ['type:proof']],
  ['tools/workspace', ['type:tool']],
  ['tools/other/nested', []],
  ['libs/identity/other', []],
  ['libs/identity', []],
  ['packages/x', []],
  ['libs/identity/app/nested', []],
])('%s has the tags of its path', (root, tags) => {
  expect(projectTags(root)).toEqual(tags);
});
