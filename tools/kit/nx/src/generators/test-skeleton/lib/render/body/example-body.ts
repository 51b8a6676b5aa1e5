import { fixturesText } from './fixtures-text.ts';
import type { TestContext } from '../../model/test-context.ts';
import type { Body } from './body.ts';
import { readExample } from './example-code.ts';
import { resolveNames } from './resolve-names.ts';

/** Renders a test that runs an example. `undefined` if the example uses unknown names. */
export function exampleBody(code: string, context: TestContext): Body | undefined {
  const example = readExample(code, false);
  const resolved = example && resolveNames([...example.names], context);
  if (!example || !resolved) return undefined;
  const { fixtures, imports } = resolved;
  if (fixtures.length + imports.length === 0) return undefined;
  const lines = example.isAsserting ? example.statements : ['expect.assertions(0);', ...example.statements];
  const later = example.isAsync ? 'async ' : '';
  const test = `${later}(${fixturesText(fixtures, context)}) => {\n${lines.join('\n')}\n}`;
  return { code: test, isPending: false, imports };
}
