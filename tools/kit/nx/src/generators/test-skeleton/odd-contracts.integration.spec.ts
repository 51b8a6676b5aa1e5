import { ts } from 'ts-morph';
import { beforeEach, expect, test, vi } from 'vitest';
import { cacheComponent } from '../../../proof/trees/cache-component.ts';
import { filesOf } from '../../../proof/trees/clone-tree.ts';
import { randomContract } from '../../../proof/trees/random-contract.ts';
import { randomFrom } from '@vouch/scratch';
import testSkeletonGenerator from './generator.ts';

beforeEach(() => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  return () => {
    log.mockRestore();
  };
});

const known = /has no promises|have problems/;
const batches = Array.from({ length: 10 }, (_, batch) => batch * 50);

function syntaxErrors(text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

test.each(batches)(
  'odd contracts give tests that parse and that a second run keeps (seed %i)',
  { timeout: 60_000 },
  async (first) => {
    for (let seed = first; seed < first + 50; seed += 1) {
      const tree = cacheComponent(randomContract(randomFrom(seed)));
      const level = seed % 5 === 0 ? 'contract' : 'unit';
      const problem = await testSkeletonGenerator(tree, { component: 'cache', level }).then(
        () => undefined,
        String,
      );
      expect({ seed, problem: known.test(problem ?? '') ? undefined : problem }).toEqual({
        seed,
        problem: undefined,
      });
      const files = filesOf(tree, 'libs/cache/test/src');
      for (const text of Object.values(files))
        expect({ seed, errors: syntaxErrors(text) }).toEqual({ seed, errors: [] });
      if (problem === undefined) await testSkeletonGenerator(tree, { component: 'cache', check: true });
    }
  },
);
