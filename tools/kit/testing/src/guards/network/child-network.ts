import { accompanyChildren } from '../../children/accompany-children.ts';
import { loaderOf } from '../../children/plain-copy.ts';
import type { Fault } from '../fault.ts';
import { currentRecord, type GuardRecord } from '../record.ts';
import { shared } from '../shared.ts';
import { mend } from './refusal.ts';
import { readReport, reportFile, reportVariable } from './report-file.ts';

const started = shared('network-children', () => ({ any: false }));

/** Has Node processes and threads that tests start load the same guard before anything else. */
export function guardChildren(): void {
  accompanyChildren('network', () => {
    if (currentRecord()?.rules.network === false) return undefined;
    started.any = true;
    return { module: loaderOf('guards/network/preload'), variables: { [reportVariable]: reportFile() } };
  });
}

/** What the children of the running test tried. */
export function networkFaultsOfChildren({ rules }: GuardRecord): Fault[] {
  if (!started.any || !rules.network) return [];
  return readReport().map((what) => ({ what: `started a process or thread that ${what}`, mend }));
}
