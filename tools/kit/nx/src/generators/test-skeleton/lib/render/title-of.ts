import type { Planned } from '../read/select-promises.ts';
import { uncapitalized } from './uncapitalized.ts';

/** The title of a promise's test: an outcome that a caller sees. */
export function titleOf({ promise, member }: Planned): string {
  const { kind, text } = promise;
  switch (kind) {
    case 'returns':
      return `${verbOf(member)} ${uncapitalized(text)}`;
    case 'throws':
      return thrown(promise.error, text, isAsync(member));
    case 'example':
      return `does what its example${numberOf(promise.id)} shows`;
    default:
      return uncapitalized(text);
  }
}

/** Whether a call of the member settles later. */
export function isAsync(member: Planned['member']): boolean {
  return member?.signatures.some((signature) => signature.isAsync) ?? false;
}

function verbOf(member: Planned['member']): string {
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
    ? `${outcome} ${uncapitalized(text)}`
    : `${outcome}: ${text}`;
}

function numberOf(id: string): string {
  const number = /:(\d+)$/.exec(id)?.[1];
  return number === undefined ? '' : ` ${number}`;
}
