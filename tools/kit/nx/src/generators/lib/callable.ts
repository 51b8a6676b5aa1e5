import type { Member, Signature } from '../../contract-model/index.ts';
import { accessText, isComputed } from './access-text.ts';

/** A member with the signature that a test calls. */
export interface Callable {
  readonly member: Member;
  readonly signature: Signature;
}

/** Returns `undefined` for members that cannot be called, or whose return type is unknown. */
export function callableOf(member: Member, index = 0): Callable | undefined {
  const signature = member.signatures[index];
  const isMethod = (member.kind === 'method' || member.kind === 'call') && !member.isStatic;
  const kind = signature?.returns.shape.kind;
  const isNameable = !isComputed(member.name) || member.name.startsWith('[Symbol.');
  if (!signature || !isMethod || !isNameable || kind === 'unknown' || kind === 'asyncIterable')
    return undefined;
  return { member, signature };
}

/** Renders a call, awaited if it is asynchronous. */
export function callText(subject: string, callable: Callable, values: readonly string[]): string {
  return `${isAsync(callable) ? 'await ' : ''}${bareCallText(subject, callable, values)}`;
}

export function bareCallText(
  subject: string,
  { member }: Pick<Callable, 'member'>,
  values: readonly string[],
): string {
  const access = member.name === '' ? subject : accessText(subject, member.name);
  return `${access}${member.isOptional ? '?.' : ''}(${values.join(', ')})`;
}

export function isAsync({ signature }: Callable): boolean {
  const { shape } = signature.returns;
  return (
    shape.kind === 'promise' || (shape.kind === 'union' && shape.of.some(({ kind }) => kind === 'promise'))
  );
}
