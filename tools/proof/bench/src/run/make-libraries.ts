import { ScratchWorkspace } from '@vouch/scratch';

const spec = `import { describe, expect, test } from 'vitest';
import { add } from './add.ts';

describe('add', () => {
  test.each([[1, 1, 2], [2, 3, 5], [-1, 1, 0], [0, 0, 0], [40, 2, 42]])('%i + %i = %i', (one, other, sum) => {
    expect(add(one, other)).toBe(sum);
  });
});
`;

/** Creates libraries with both targets: the one that a stock plugin infers, and ours. */
export function makeLibraries(count: number): ScratchWorkspace {
  const workspace = new ScratchWorkspace();
  for (let index = 0; index < count; index += 1) {
    const name = `lib-${index}`;
    workspace.library(name, {
      'src/add.ts': 'export const add = (one: number, other: number): number => one + other;\n',
      'src/add.spec.ts': spec,
      'vite.config.mts': `import { defineConfig } from 'vitest/config';\n\nexport default defineConfig({ root: import.meta.dirname, test: { name: '${name}', watch: false, include: ['src/**/*.spec.ts'] } });\n`,
      'project.json': JSON.stringify({
        name: `@demo/${name}`,
        targets: { stock: stockTarget(`libs/${name}`) },
      }),
    });
  }
  return workspace;
}

/** The target that `@nx/vitest` infers: `vitest run` in the project's folder, cached. */
function stockTarget(cwd: string) {
  return {
    command: 'vitest run',
    options: { cwd },
    cache: true,
    inputs: ['default', '^production', { externalDependencies: ['vitest'] }, { env: 'CI' }],
    outputs: ['{projectRoot}/coverage'],
  };
}
