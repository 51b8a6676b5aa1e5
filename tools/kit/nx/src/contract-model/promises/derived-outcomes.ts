import type { Member, Signature } from '../model.ts';
import { awaitedType, withoutNullish } from '../type-shape.ts';
import { accessOf } from './access.ts';
import { edgesOfParameter } from './edges-of-parameter.ts';
import { isIdentifier, isTenant } from './identifiers.ts';
import type { Outcome } from './outcome.ts';
import { mentionsTopic } from './mentions-topic.ts';

/** Edge cases that follow from types, bounds and names, and that no sentence of the contract speaks of. */
export function derivedOutcomes(
  member: Pick<Member, 'name' | 'kind'>,
  signature: Signature,
  statedText: string,
): Outcome[] {
  if (member.kind === 'property') return [];
  const edges = signature.parameters.flatMap((parameter) => edgesOfParameter(parameter, statedText));
  const lost = lostOutcome(signature);
  if (lost && !mentionsTopic('nothing', statedText)) edges.push({ slug: 'not-found', text: lost });
  const isMaking = /^(?:create|add|register|insert|invite)/i.test(member.name);
  if (isMaking && !mentionsTopic('duplicates', statedText))
    edges.push({ slug: 'duplicate', text: 'keeps to its contract when the same is given twice' });
  return edges.map(({ slug, text }) => derived(slug, text));
}

/** Once for a contract that something can be half done by, where nothing says what a failure does. */
export function dependencyOutcome(
  members: readonly { readonly name: string; readonly signatures: readonly Signature[] }[],
  statedText: string,
): Outcome[] {
  const isChanging = members.some(({ name, signatures }) =>
    signatures.some(
      ({ isAsync, parameters }) => isAsync && !['read', 'list'].includes(accessOf(name, parameters)),
    ),
  );
  if (!isChanging || mentionsTopic('failure', statedText)) return [];
  return [derived('dependency-fails', 'rejects, and leaves nothing half done, when a dependency fails')];
}

/** What becomes of asking for a thing that is not there, where that can be asked. */
function lostOutcome({ returns, parameters }: Signature): string | undefined {
  const shape = awaitedType(returns.shape);
  const isMissable = shape.kind === 'union' && withoutNullish(shape).empty !== undefined;
  if (isMissable && parameters.length > 0)
    return 'gives nothing, and does not fail, when what is asked for does not exist';
  return parameters.some((parameter) => isIdentifier(parameter) && !isTenant(parameter))
    ? 'fails, and changes nothing, when what is named does not exist'
    : undefined;
}

function derived(slug: string, text: string): Outcome {
  return { kind: 'derived', category: 'boundaries', suffix: `derived:${slug}`, text };
}
