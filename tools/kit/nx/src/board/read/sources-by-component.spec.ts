import { expect, test } from 'vitest';
import { sourcesByComponent } from './sources-by-component.ts';

const texts = {
  'libs/cache/contract/src/index.ts': `import type { Id } from '@acme/ids-contract';`,
  'libs/ids/contract/src/index.ts': `export * from './id.ts';`,
  'libs/ids/contract/src/id.ts': 'export type Id = string;',
  'libs/mail/contract/src/index.ts': 'export interface Mail {}',
};

function keysWith(changes: Partial<typeof texts>, version = '1'): Record<string, string> {
  const components = ['cache', 'ids', 'mail'].map((name) => ({
    ...{ name, package: `@acme/${name}-contract`, root: `libs/${name}/contract` },
    entry: `libs/${name}/contract/src/index.ts`,
  }));
  const files = new Map(Object.entries({ ...texts, ...changes }));
  const sources = sourcesByComponent({ components, files, appPackages: [] }, version);
  return Object.fromEntries([...sources].map(([name, { key }]) => [name, key]));
}

function changedBy(changes: Partial<typeof texts>, version?: string): string[] {
  const [before, after] = [keysWith({}), keysWith(changes, version)];
  return Object.keys(before).filter((name) => before[name] !== after[name]);
}

test('a component depends on its sources and on those of the contracts that it imports', () => {
  expect(changedBy({})).toEqual([]);
  expect(changedBy({ 'libs/mail/contract/src/index.ts': '' })).toEqual(['mail']);
  expect(changedBy({ 'libs/ids/contract/src/id.ts': 'export type Id = number;' })).toEqual(['cache', 'ids']);
});

test('another version of the kit changes all', () => {
  expect(changedBy({}, '2')).toEqual(['cache', 'ids', 'mail']);
});
