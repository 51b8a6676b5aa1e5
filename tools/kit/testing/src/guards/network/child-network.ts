import { accompanyChildren } from '../../children/accompany-children.ts';
import { loaderOf } from '../../children/plain-copy.ts';
import type { GuardProblem } from '../guard-problem.ts';
import { currentRecord, type GuardRecord } from '../record.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { fix } from './network-error.ts';
import { readReport, reportFile, reportVariable } from './report-file.ts';

const started = oncePerWorker('network-children', () => ({ any: false }));

/** Loads the same guard into the Node processes and threads that tests start. */
export function guardChildren(): void {
  accompanyChildren('network', () => {
    if (currentRecord()?.rules.network === false) return undefined;
    started.any = true;
    return { module: loaderOf('guards/network/preload'), variables: { [reportVariable]: reportFile() } };
  });
}

/** Returns the attempts of the running test's child processes. */
export function networkProblemsOfChildren({ rules }: GuardRecord): GuardProblem[] {
  if (!started.any || !rules.network) return [];
  return readReport().map((what) => ({ what: `started a process or thread that ${what}`, fix }));
}
