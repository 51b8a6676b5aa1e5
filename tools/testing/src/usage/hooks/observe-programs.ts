import { extname, join } from 'node:path';
import { accompanyChildren } from '../../children/accompany-children.ts';
import { preloadOf } from '../../children/plain-copy.ts';
import { reportVariable } from '../programs/report-target.ts';
import { targetsOf } from './observers.ts';

const preload = join(import.meta.dirname, `../programs/preload${extname(import.meta.filename)}`);

/** Has programs and threads that are started here report what they use. */
export function observePrograms(): void {
  accompanyChildren('usage', (start) => {
    const targets = targetsOf(start);
    if (targets.length === 0) return undefined;
    return { module: preloadOf(preload), variables: { [reportVariable]: JSON.stringify(targets) } };
  });
}
