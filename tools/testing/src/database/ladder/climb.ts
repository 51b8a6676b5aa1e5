import type { Rung, ServerOrder } from '../supervisor/server-record.ts';
import { embeddedOrder } from './embedded-order.ts';
import type { Finding } from './look.ts';
import { lookAtContainer } from './look-at-container.ts';
import { lookAtLocal } from './look-at-local.ts';
import { lookAtUrl } from './look-at-url.ts';
import { type LadderSettings, rungs } from './settings.ts';

export interface Choice {
  readonly order: ServerOrder;
  /** Where it is, fit to be printed. */
  readonly at: string;
  /** Why not one of the rungs above. */
  readonly instead: readonly string[];
}

export const looks: Readonly<Record<Rung, (settings: LadderSettings) => Promise<Finding>>> = {
  url: lookAtUrl,
  local: lookAtLocal,
  container: lookAtContainer,
  embedded: async () => ({ found: true, order: embeddedOrder(), at: 'from npm' }),
};

/** The first server of the ladder that can be had, below the rungs that already failed. */
export async function climb(settings: LadderSettings, failed: ReadonlyMap<Rung, string>): Promise<Choice> {
  const instead: string[] = [];
  for (const rung of settings.forced ? [settings.forced] : rungs) {
    const failure = failed.get(rung);
    const finding =
      failure === undefined ? await looks[rung](settings) : { found: false as const, why: failure };
    if (finding.found) return { order: finding.order, at: finding.at, instead };
    if (settings.forced && 'problem' in finding && finding.problem) throw finding.problem;
    instead.push(finding.why);
  }
  throw new Error(`no rung of the ladder holds: ${instead.join('; ')}`);
}
