import { expect, test } from 'vitest';
import { mostFiles, FileSummary } from './file-summary.ts';

test('a use is recorded once for each kind', () => {
  const names = new FileSummary();
  expect(names.nameOf('a/b.ts', 'read')).toBe('a/b.ts');
  expect(names.nameOf('a/b.ts', 'read')).toBeUndefined();
  expect(names.nameOf('a/b.ts', 'looked for')).toBe('a/b.ts');
});

test('after many files, folders replace the others', () => {
  const names = new FileSummary();
  for (let index = 0; index < mostFiles; index += 1) names.nameOf(`a/${index}`, 'read');
  expect(names.nameOf('libs/b/src/c.ts', 'read')).toBe('libs/b/**');
  expect(names.nameOf('libs/b/test/d.ts', 'read')).toBeUndefined();
  expect(names.nameOf('e.ts', 'read')).toBe('e.ts');
});
