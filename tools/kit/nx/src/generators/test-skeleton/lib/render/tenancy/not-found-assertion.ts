import { awaitedType } from '../../../../../contract-model/index.ts';
import { type Callable, isAsync } from '../../../../lib/callable.ts';
import type { TestContext } from '../../model/test-context.ts';

/** Renders the assertion that a call finds nothing: an error or an empty result, as the contract states. */
export function notFoundAssertion(
  callable: Callable,
  call: string,
  context: TestContext,
): string | undefined {
  const error = notFoundError(callable, context);
  const isLate = isAsync(callable);
  if (error !== undefined) {
    return isLate
      ? `await expect(${call}).rejects.toThrow(${error});`
      : `expect(() => ${call}).toThrow(${error});`;
  }
  const nothing = emptyAnswer(callable);
  return nothing === undefined ? undefined : `expect(${isLate ? 'await ' : ''}${call}).toBe(${nothing});`;
}

/** Returns the error for a resource that does not exist. */
export function notFoundError({ member }: Callable, { exportedValues }: TestContext): string | undefined {
  return member.promises.find(
    ({ kind, error = '', text }) =>
      kind === 'throws' &&
      exportedValues.includes(error) &&
      /NotFound|NoSuch|Unknown|Missing|no such|not exist|unknown/.test(`${error} ${text}`),
  )?.error;
}

function emptyAnswer({ signature }: Callable): string | undefined {
  const shape = awaitedType(signature.returns.shape);
  if (shape.kind === 'boolean') return 'false';
  const kinds = shape.kind === 'union' ? shape.of.map(({ kind }) => kind) : [];
  return kinds.find((kind) => kind === 'undefined' || kind === 'null');
}
