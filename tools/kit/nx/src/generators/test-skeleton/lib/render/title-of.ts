import { lowerFirst } from './lower-first.ts';
import type { PlannedTest } from '../model/planned-test.ts';

/** Returns the title of a promise's test: an outcome that a caller sees. */
export function titleOf({ promise, member }: PlannedTest): string {
  const { kind, text } = promise;
  switch (kind) {
    case 'returns':
      return `${verbOf(member)} ${lowerFirst(text)}`;
    case 'throws':
      return thrown(promise.error, text, isAsync(member));
    case 'example':
      return `works as its example${numberOf(promise.id)} shows`;
    default:
      return lowerFirst(text);
  }
}

/** True if calls of the member are asynchronous. */
export function isAsync(member: PlannedTest['member']): boolean {
  return member?.signatures.some((signature) => signature.isAsync) ?? false;
}

function verbOf(member: PlannedTest['member']): string {
  if (member?.kind === 'property') return 'is';
  if (member?.kind === 'constructor') return 'makes';
  const kind = member?.signatures[0]?.returns.shape.kind;
  if (kind === 'asyncIterable' || kind === 'iterable' || kind === 'generator') return 'yields';
  return isAsync(member) ? 'resolves with' : 'returns';
}

function thrown(error: string | undefined, text: string, rejects: boolean): string {
  const verb = rejects ? 'rejects' : 'throws';
  const outcome = error === undefined ? verb : `${verb} ${rejects ? 'with ' : ''}${error}`;
  if (text === '') return outcome;
  return /^(?:when|if|unless|for|on|as|where|while|after|before|once)\b/i.test(text)
    ? `${outcome} ${lowerFirst(text)}`
    : `${outcome}: ${text}`;
}

function numberOf(id: string): string {
  const number = /:(\d+)$/.exec(id)?.[1];
  return number === undefined ? '' : ` ${number}`;
}
