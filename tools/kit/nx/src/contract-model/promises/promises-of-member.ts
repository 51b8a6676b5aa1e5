import type { Documentation } from '../docs/documentation.ts';
import type { PromiseOfContract } from '../model.ts';
import type { RawMember } from '../structure/raw-member.ts';
import { derivedOutcomes } from './derived-outcomes.ts';
import { numberOutcomes, type Told } from './number-outcomes.ts';
import type { Outcome } from './outcome.ts';
import { statedOutcomes } from './stated-outcomes.ts';
import { tenantOutcomes } from './tenant-outcomes.ts';

/** All that a member promises: what is stated on each signature, for other tenants, and at the edges. */
export function promisesOfMember(
  id: string,
  member: RawMember,
  contract: Documentation,
): PromiseOfContract[] {
  const all = member.signatures.map(({ documentation }) => documentation);
  const waivers = [...all, contract].flatMap((documentation) => documentation.waivers);
  const tell = (index: number, outcomes: readonly Outcome[]): Told[] => {
    const text = member.signatures[index]?.signature.text ?? '';
    return outcomes.map((outcome) => ({ outcome, signature: { index, text }, waivers }));
  };
  const isScoped = [...all, contract].some(({ tenantScoped }) => tenantScoped);
  const isDocumented = all.some(isSpoken);
  return numberOutcomes(id, [
    ...all.flatMap((documentation, index) => tell(index, statedOutcomes(documentation))),
    ...(isDocumented ? tell(0, edgesOf(member)) : []),
    ...(isScoped && !member.isStatic ? tell(0, tenantOutcomes(member)) : []),
  ]);
}

/** Overloads share their edges: each is named once, whichever signature has it first. */
function edgesOf(member: RawMember): Outcome[] {
  const told = member.signatures.flatMap(({ documentation }) => spokenWords(documentation)).join('\n');
  const edges = member.signatures.flatMap(({ signature }) => derivedOutcomes(member, signature, told));
  return [...new Map(edges.map((edge) => [edge.suffix, edge])).values()];
}

/** Every sentence that a comment promises by. */
export function spokenWords({ returns, throws, remarks, promises }: Documentation): string[] {
  return [...returns, ...remarks, ...[...throws, ...promises].map(({ text }) => text)];
}

function isSpoken(documentation: Documentation): boolean {
  return documentation.summary !== '' || statedOutcomes(documentation).length > 0;
}
