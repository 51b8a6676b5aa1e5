import type { Documentation } from '../docs/documentation.ts';
import type { PromiseOfContract } from '../model.ts';
import type { RawMember } from '../structure/raw-member.ts';
import { derivedOutcomes } from './derived-outcomes.ts';
import { numberOutcomes, type StatedOutcome } from './number-outcomes.ts';
import type { Outcome } from './outcome.ts';
import { statedOutcomes } from './stated-outcomes.ts';
import { tenantOutcomes } from './tenant-outcomes.ts';

/** Returns all promises of a member: those of each signature, those to other tenants, and edge cases. */
export function promisesOfMember(
  id: string,
  member: RawMember,
  contract: Documentation,
): PromiseOfContract[] {
  const all = member.signatures.map(({ documentation }) => documentation);
  const waivers = [...all, contract].flatMap((documentation) => documentation.waivers);
  const withSignature = (index: number, outcomes: readonly Outcome[]): StatedOutcome[] => {
    const text = member.signatures[index]?.signature.text ?? '';
    return outcomes.map((outcome) => ({ outcome, signature: { index, text }, waivers }));
  };
  const isScoped = [...all, contract].some(({ tenantScoped }) => tenantScoped);
  const isDocumented = all.some(isDocumentation);
  return numberOutcomes(id, [
    ...all.flatMap((documentation, index) => withSignature(index, statedOutcomes(documentation))),
    ...(isDocumented ? withSignature(0, edgesOf(member)) : []),
    ...(isScoped && !member.isStatic ? withSignature(0, tenantOutcomes(member)) : []),
  ]);
}

/** Returns the edge cases of all overloads, each case once. */
function edgesOf(member: RawMember): Outcome[] {
  const statedText = member.signatures
    .flatMap(({ documentation }) => promisedSentences(documentation))
    .join('\n');
  const edges = member.signatures.flatMap(({ signature }) => derivedOutcomes(member, signature, statedText));
  return [...new Map(edges.map((edge) => [edge.suffix, edge])).values()];
}

/** Returns all sentences of a comment that promise something. */
export function promisedSentences({ returns, throws, remarks, promises }: Documentation): string[] {
  return [...returns, ...remarks, ...[...throws, ...promises].map(({ text }) => text)];
}

function isDocumentation(documentation: Documentation): boolean {
  return documentation.summary !== '' || statedOutcomes(documentation).length > 0;
}
