import { expect, test } from 'vitest';
import { samplePromise } from '../../../../proof/board/sample-page.ts';
import { nextStep } from './next-step.ts';

test.each([
  ['failing', 'npm test'],
  ['missing', 'npx nx g test-skeleton cache'],
  ['orphaned', undefined],
  ['stale', 'npm run board -- --accept Cache.get#stale'],
  ['unproven', 'npm test'],
  ['pending', 'npm test'],
  ['unplanned', 'npx nx g test-skeleton cache'],
  ['waived', undefined],
  ['tested', undefined],
  ['proven', undefined],
] as const)('the command for a promise that is %s is %s', (state, command) => {
  expect(nextStep(samplePromise(state), 'cache').command).toBe(command);
});

test.each([
  ["Cache#it's", String.raw`'Cache#it'\''s'`],
  ['Cache#$(id)', "'Cache#$(id)'"],
  ['#first', "'#first'"],
])('the id %s is quoted for a shell', (id, quoted) => {
  expect(nextStep(samplePromise('stale', { id }), 'cache').command).toBe(
    `npm run board -- --accept ${quoted}`,
  );
});
