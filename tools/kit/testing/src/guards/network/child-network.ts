import { accompanyChildren } from '../../children/accompany-children.ts';
import { loaderOf } from '../../children/plain-copy.ts';
import type { GuardProblem } from '../guard-problem.ts';
import { currentRecord, type GuardRecord } from '../record.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { fix } from './network-error.ts';
import { readReport, reportFile, reportVariable } from './report-file.ts';

const started = oncePerWorker('network-children', () => ({ any: false }));

/** Has Node processes and threads that tests start load the same guard before anything else. */
export function guardChildren(): void {
  accompanyChildren('network', () => {
    if (currentRecord()?.rules.network === false) return undefined;
    started.any = true;
    return { module: loaderOf('guards/network/preload'), variables: { [reportVariable]: reportFile() } };
  });
}

/** What the children of the running test tried. */
export function networkProblemsOfChildren({ rules }: GuardRecord): GuardProblem[] {
  if (!started.any || !rules.network) return [];
  return readReport().map((what) => ({ what: `started a process or thread that ${what}`, fix }));
}
