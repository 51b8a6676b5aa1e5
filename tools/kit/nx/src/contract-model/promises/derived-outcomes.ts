import type { Member, Signature } from '../model.ts';
import { awaitedType, withoutNullish } from '../type-shape.ts';
import { accessOf } from './access.ts';
import { type Edge, edgesOfParameter } from './edges-of-parameter.ts';
import { isIdentifier, isTenant } from './identifiers.ts';
import type { Outcome } from './outcome.ts';
import { mentionsTopic } from './mentions-topic.ts';

const duplicate = {
  text: 'has a defined result when it gets the same input twice',
  revisionText: 'keeps to its contract when the same is given twice',
};

const dependencyFails = {
  text: 'rejects and leaves nothing half done when a dependency fails',
  revisionText: 'rejects, and leaves nothing half done, when a dependency fails',
};

const missingItem = {
  text: 'returns nothing and does not fail when the requested item does not exist',
  revisionText: 'gives nothing, and does not fail, when what is asked for does not exist',
};

const missingId = {
  text: 'fails and changes nothing when the given id does not exist',
  revisionText: 'fails, and changes nothing, when what is named does not exist',
};

/** Derives the edge cases that follow from types, bounds and names, unless the contract mentions them. */
export function derivedOutcomes(
  member: Pick<Member, 'name' | 'kind'>,
  signature: Signature,
  statedText: string,
): Outcome[] {
  if (member.kind === 'property') return [];
  const edges = signature.parameters.flatMap((parameter) => edgesOfParameter(parameter, statedText));
  const missing = missingOutcome(signature);
  if (missing && !mentionsTopic('nothing', statedText)) edges.push({ slug: 'not-found', ...missing });
  const isMaking = /^(?:create|add|register|insert|invite)/i.test(member.name);
  if (isMaking && !mentionsTopic('duplicates', statedText)) edges.push({ slug: 'duplicate', ...duplicate });
  return edges.map(derived);
}

/** Derives one case for a contract with changing calls, unless the contract describes failures. */
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
  return [derived({ slug: 'dependency-fails', ...dependencyFails })];
}

/** Describes a request for a missing item, if the signature allows one. */
function missingOutcome({ returns, parameters }: Signature): Omit<Edge, 'slug'> | undefined {
  const shape = awaitedType(returns.shape);
  const isMissable = shape.kind === 'union' && withoutNullish(shape).empty !== undefined;
  if (isMissable && parameters.length > 0) return missingItem;
  return parameters.some((parameter) => isIdentifier(parameter) && !isTenant(parameter))
    ? missingId
    : undefined;
}

function derived({ slug, ...texts }: Edge): Outcome {
  return { kind: 'derived', category: 'boundaries', suffix: `derived:${slug}`, ...texts };
}
