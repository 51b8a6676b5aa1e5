import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const kit = join(import.meta.dirname, '../../../..');
const { generators } = JSON.parse(readFileSync(join(kit, 'generators.json'), 'utf8')) as {
  generators: Record<string, { factory: string }>;
};

test.each(Object.entries(generators))('%s writes all or nothing', (_, { factory }) => {
  expect(readFileSync(join(kit, factory), 'utf8')).toMatch(/^export default allOrNothing\(/m);
});
