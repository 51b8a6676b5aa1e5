import { accompanyChildren } from '../../children/accompany-children.ts';
import { loaderOf } from '../../children/plain-copy.ts';
import { reportVariable } from './report-target.ts';
import { targetsOf } from './observers.ts';

/** Makes the programs and threads that this process starts report what they use. */
export function observePrograms(): void {
  accompanyChildren('usage', (start) => {
    const targets = targetsOf(start);
    if (targets.length === 0) return undefined;
    return {
      module: loaderOf('usage/programs/preload'),
      variables: { [reportVariable]: JSON.stringify(targets) },
    };
  });
}
