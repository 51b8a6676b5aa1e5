import type { Member, Signature } from '../../../../../contract-model/index.ts';
import { quote } from '../../../../lib/quote.ts';

/** A member with the signature that a test calls it by. */
export interface Callable {
  readonly member: Member;
  readonly signature: Signature;
}

/** Nothing for what cannot be called, or whose answer is not known well enough to wait for it. */
export function callableOf(member: Member, index = 0): Callable | undefined {
  const signature = member.signatures[index];
  const isMethod = (member.kind === 'method' || member.kind === 'call') && !member.isStatic;
  const kind = signature?.returns.shape.kind;
  if (!signature || !isMethod || kind === 'unknown' || kind === 'asyncIterable') return undefined;
  return { member, signature };
}

/** A call as an expression, awaited where it settles later. */
export function callText(subject: string, callable: Callable, values: readonly string[]): string {
  return `${settlesLater(callable) ? 'await ' : ''}${bareCallText(subject, callable, values)}`;
}

export function bareCallText(subject: string, { member }: Callable, values: readonly string[]): string {
  const { name, isOptional } = member;
  const isPlain = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);
  const chain = isOptional ? '?.' : '';
  const access = name === '' ? subject : isPlain ? `${subject}.${name}` : `${subject}[${quote(name)}]`;
  return `${access}${chain}(${values.join(', ')})`;
}

export function settlesLater({ signature }: Callable): boolean {
  const { shape } = signature.returns;
  return (
    shape.kind === 'promise' || (shape.kind === 'union' && shape.of.some(({ kind }) => kind === 'promise'))
  );
}
