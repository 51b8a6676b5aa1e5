import { ScratchWorkspace } from '@vouch/scratch';
import type { StartRun } from '@vouch/testing/proof/kill';

/** A workspace with one test that uses a database and waits at a configured stage to be killed. */
export function nxWorkspace(): ScratchWorkspace {
  return new ScratchWorkspace().library('killed', { 'src/killed.integration.spec.ts': spec });
}

/** Starts that test in Nx. */
export function startNxIn(workspace: ScratchWorkspace): StartRun {
  return (env) => {
    const nx = workspace.startNx(['integration', '@demo/killed', '--skip-nx-cache'], env);
    for (const stream of [nx.stdout, nx.stderr]) stream.resume();
    return nx;
  };
}

const spec = `import { defineEntity, p } from '@mikro-orm/postgresql';
import { componentTest } from '@vouch/testing';
import { waitAtStage } from '@vouch/testing/proof/kill';
import { afterAll, expect } from 'vitest';
const Thing = defineEntity({ name: 'Thing', properties: { id: p.integer().primary() } });
const test = componentTest({ entities: [Thing], migrations: [], seed: () => waitAtStage('template') });
test('works on its database', { timeout: 0 }, async ({ em }) => {
  expect(await em.execute('select 1 as one')).toEqual([{ one: 1 }]);
  await waitAtStage('test');
});
afterAll(() => waitAtStage('clean-up'), 0);
`;
