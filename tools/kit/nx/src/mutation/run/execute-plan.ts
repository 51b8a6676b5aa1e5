import type { JournalEntry, RunPlan, TriedEntry } from '../worker/session.ts';
import type { Ledger } from './ledger.ts';
import type { EndedRun } from './mutation-vitest.ts';
import { remainingPlan } from './remaining-plan.ts';

/** Executes a plan to its end: what a dead worker or unclean state leaves undone runs in another round. */
export async function executePlan(
  plan: RunPlan,
  run: (plan: RunPlan) => Promise<EndedRun>,
  ledger: Ledger,
): Promise<void> {
  let rest = plan;
  while (Object.keys(rest).length > 0) {
    const ended = await run(rest);
    rejectRed(ended);
    ledger.apply(ended.entries);
    const lost = verdictsOnLost(ended.entries);
    ledger.apply(lost);
    const next = remainingPlan(rest, [...ended.entries, ...lost]);
    if (JSON.stringify(next) === JSON.stringify(rest)) throw new Error(explainStop(rest, ended));
    rest = next;
  }
}

function rejectRed({ entries }: EndedRun): void {
  const red = entries.filter((entry) => entry.event === 'red');
  if (red.length === 0) return;
  const tests = red.map(({ file, test, message }) => `  ${file} > ${test}\n    ${message.split('\n')[0]}`);
  throw new Error(
    `Tests fail without any mutant. Expected them to pass. Correct these first:\n${tests.join('\n')}`,
  );
}

/** Returns verdicts on the mutants that have ended their worker. A group is tried again, in smaller groups. */
function verdictsOnLost(entries: readonly JournalEntry[]): JournalEntry[] {
  const open = new Map<string, TriedEntry>();
  for (const entry of entries) {
    if (entry.event === 'try') open.set(`${entry.file} ${entry.worker}`, entry);
    else if (entry.event === 'verdict' || entry.event === 'unclean' || entry.event === 'loaded')
      for (const [key, { file }] of open) if (file === entry.file) open.delete(key);
  }
  const alone = [...open.values()].filter(({ mutants }) => mutants.length === 1);
  return alone.flatMap(({ file, test, mutants }) =>
    mutants.map((mutant): JournalEntry => ({ event: 'verdict', file, test, mutant, verdict: 'timeout' })),
  );
}

function explainStop(plan: RunPlan, { errors }: EndedRun): string {
  const files = Object.keys(plan).join(', ');
  const reasons = [...new Set(errors)].map((error) => `  ${error}`);
  return [`These test files do not run to their end: ${files}.`, ...reasons].join('\n');
}
