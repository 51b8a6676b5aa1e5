import { expect, test } from 'vitest';
import { cacheContract } from './fixtures/cache-contract.ts';
import { type ContractSources, readContracts } from './index.ts';

/** Components of ten contracts each, of the size of the sample's. */
function sourcesOf(count: number): ContractSources {
  const components = Array.from({ length: count }, (_, index) => {
    const root = `libs/part${index}/contract`;
    return {
      name: `part${index}`,
      package: `@acme/part${index}-contract`,
      root,
      entry: `${root}/src/index.ts`,
    };
  });
  const files = components.flatMap(({ root, entry }) => {
    const names = Array.from({ length: 10 }, (_, index) => `store${index}`);
    const index = names.map((name) => `export * as ${name} from './${name}.ts';`).join('\n');
    return [
      [entry, index] as const,
      ...names.map((name) => [`${root}/src/${name}.ts`, cacheContract] as const),
    ];
  });
  return { components, files: new Map(files), appPackages: [] };
}

test('200 contracts are read in less than 3 s', { timeout: 30_000 }, async ({ annotate }) => {
  const sources = sourcesOf(20);
  const start = performance.now();
  const { components } = await readContracts(sources);
  const seconds = (performance.now() - start) / 1_000;
  await annotate(`${seconds.toFixed(2)} s`);
  expect(components.flatMap(({ contracts }) => contracts).length).toBeGreaterThanOrEqual(200);
  expect(seconds).toBeLessThan(3);
});
