import type { Member, Signature } from '../model.ts';
import { settled, withoutEmpty } from '../type-shape.ts';
import { edgesOfParameter } from './edges-of-parameter.ts';
import type { Outcome } from './outcome.ts';

const creates = /^(?:create|add|register|insert|invite)/i;
const speaksOfNothing = /\b(?:no|not|none|missing|unknown|absent|undefined|null|empty)\b/i;
const speaksOfDuplicates = /\b(?:duplicate|already|twice|exists|taken|unique)/i;
const speaksOfFailure = /\b(?:unavailable|fails|failed|down|away|unreachable|times? out)\b/i;

/** Edge cases that follow from types, bounds and names, and that no sentence of the contract speaks of. */
export function derivedOutcomes(
  member: Pick<Member, 'name' | 'kind'>,
  signature: Signature,
  told: string,
): Outcome[] {
  if (member.kind === 'property') return [];
  const edges = signature.parameters.flatMap((parameter) => edgesOfParameter(parameter, told));
  if (isMissable(signature) && !speaksOfNothing.test(told))
    edges.push({
      slug: 'not-found',
      text: 'gives nothing, and does not fail, when what is asked for does not exist',
    });
  if (creates.test(member.name) && !speaksOfDuplicates.test(told))
    edges.push({ slug: 'duplicate', text: 'says so, and changes nothing, when the same is given twice' });
  return edges.map(({ slug, text }) => derived(slug, text));
}

/** Once for a whole contract, where something in it is asynchronous and nothing says what a failure does. */
export function dependencyOutcome(isAsync: boolean, words: string): Outcome[] {
  if (!isAsync || speaksOfFailure.test(words)) return [];
  return [derived('dependency-fails', 'rejects, and leaves nothing half done, when a dependency fails')];
}

function isMissable({ returns, parameters }: Signature): boolean {
  const shape = settled(returns.shape);
  return parameters.length > 0 && shape.kind === 'union' && withoutEmpty(shape).empty !== undefined;
}

function derived(slug: string, text: string): Outcome {
  return { kind: 'derived', category: 'boundaries', suffix: `derived:${slug}`, text };
}
