import type { Component, Contract, Member, PromiseOfContract } from '../contract-model/index.ts';
import { categories } from '../contract-model/index.ts';
import type { BoardPromise } from './board.ts';

/** A promise as its contract states it, before its tests are known. */
export type StatedPromise = Omit<BoardPromise, 'state' | 'tests' | 'mutants' | 'before'>;

/** Returns a component's promises in the order of the plan: by contract, member and category. */
export function statedPromises({ contracts }: Component): StatedPromise[] {
  return contracts.flatMap((contract) => [
    ...contract.promises.map((promise) => stated(contract, undefined, promise)).toSorted(byCategory),
    ...contract.members.flatMap((member) =>
      member.promises.map((promise) => stated(contract, member, promise)).toSorted(byCategory),
    ),
  ]);
}

/** Returns the documented members that promise nothing. */
export function unplannedMembers({ contracts }: Component): StatedPromise[] {
  return contracts.flatMap((contract) =>
    contract.members
      .filter(({ promises, summary }) => promises.length === 0 && summary !== '')
      .map((member) => ({
        ...{ id: member.id, contract: contract.name, member: member.id, category: 'behaviour' },
        ...{ text: member.summary, signature: readable(member.signatures[0]?.text ?? '') },
        ...{ place: member.place, revision: '' },
      })),
  );
}

function stated(contract: Contract, member: Member | undefined, promise: PromiseOfContract): StatedPromise {
  const { id, category, error, revision, waiver } = promise;
  const text = error === undefined ? promise.text : `${error} ${promise.text}`;
  return {
    ...{ id, contract: contract.name, member: member?.id ?? contract.name, category, text, revision },
    signature: readable(member?.signatures[promise.signature ?? 0]?.text ?? ''),
    place: member?.place ?? contract.place,
    ...(waiver === undefined ? {} : { waiver }),
  };
}

/** Sets the spaces of a signature, which is compared without regard to them, as people write them. */
function readable(signature: string): string {
  return signature
    .replace(/\s*([()<[\]]|(?<!=)>)\s*/g, '$1')
    .replace(/\s*(\?)?\s*([:,;])\s*/g, '$1$2 ')
    .replace(/(?<=[\w>)\]])([|&]|=>)/g, ' $1')
    .trim();
}

function byCategory(one: StatedPromise, other: StatedPromise): number {
  const order: readonly string[] = categories;
  return order.indexOf(one.category) - order.indexOf(other.category);
}
