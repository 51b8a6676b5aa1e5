import type { Documentation } from '../docs/documentation.ts';
import type { PromiseOfContract } from '../model.ts';
import type { Outcome } from './outcome.ts';
import { revisionOf } from './revision.ts';

export interface StatedOutcome {
  readonly outcome: Outcome;
  readonly signature: { readonly index: number; readonly text: string } | undefined;
  readonly waivers: Documentation['waivers'];
}

/**
 * Gives outcomes their ids and revisions. The second outcome of a kind gets `…:2`, so that ids survive changes of
 * wording.
 */
export function numberOutcomes(owner: string, statedText: readonly StatedOutcome[]): PromiseOfContract[] {
  const counts = new Map<string, number>();
  return statedText.map(({ outcome, signature, waivers }) => {
    const { suffix: base, revisionText = outcome.text, ...rest } = outcome;
    const count = (counts.get(base) ?? 0) + 1;
    counts.set(base, count);
    const isRepeatable = outcome.kind !== 'promise';
    const suffix = count === 1 || !isRepeatable ? base : `${base}:${count}`;
    const waiver = waivers.find(({ promise }) => promise === undefined || promise === suffix)?.reason;
    return {
      id: `${owner}#${suffix}`,
      revision: revisionOf(
        signature?.text ?? owner,
        outcome.kind,
        outcome.error ?? '',
        ...[revisionText, outcome.code ?? []].flat().map((words) => words.replace(/\s+/g, ' ')),
      ),
      ...rest,
      ...(signature && signature.index > 0 ? { signature: signature.index } : {}),
      ...(waiver === undefined ? {} : { waiver }),
    };
  });
}
