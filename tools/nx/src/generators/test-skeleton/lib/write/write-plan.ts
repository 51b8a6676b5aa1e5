import { insertImport } from '../../../lib/insert-import.ts';
import type { PlanEntry } from '../plan/plan.ts';
import { findTests } from '../read/find-tests.ts';
import type { Planned } from '../read/select-promises.ts';
import { changeInPlace } from './change-in-place.ts';
import { editText } from './edit-text.ts';
import { newFiles } from './new-files.ts';
import { findSpot, type Neighbour, type Placement, placeTest } from './place-test.ts';
import { renderFormatted } from './render-formatted.ts';
import type { Rendered } from './render-suites.ts';
import type { Workplace } from './workplace.ts';
import { writeNewFile } from './write-new-file.ts';

/** Carries a plan out: in place what has a place, the rest in new files. Nothing else in a file changes. */
export async function writePlan(plan: readonly PlanEntry[], workplace: Workplace): Promise<void> {
  await changeInPlace(plan, workplace);
  const missing = plan.filter(({ action }) => action === 'add').flatMap(({ planned }) => planned ?? []);
  const homeless: Rendered[] = [];
  for (const planned of missing) {
    if (!(await insertBesideOthers(planned, workplace)))
      homeless.push(await renderFormatted(planned, workplace.newFile, workplace));
  }
  for (const file of newFiles(homeless, workplace)) await writeNewFile(file, workplace);
}

/** Reads the files anew each time: what was inserted just now is a neighbour of what comes next. */
async function insertBesideOthers(planned: Planned, workplace: Workplace): Promise<boolean> {
  const { tree, all, maxLines } = workplace;
  const order = all.findIndex(({ promise }) => promise.id === planned.promise.id);
  const spot = findSpot(planned, order, neighboursIn(workplace));
  if (!spot) return false;
  const rendered = await renderFormatted(planned, spot.neighbour.test.file, workplace);
  const placement = placeTest(rendered, order, spot);
  const before = tree.read(placement.file, 'utf-8') ?? '';
  const after = describable(editText(before, [placement]), placement);
  if (placement.needsDescribe && after.split('\n').length > maxLines) return false;
  tree.write(placement.file, after);
  return true;
}

function neighboursIn({ tree, all, library }: Workplace): Neighbour[] {
  const orders = new Map(all.map((planned, order) => [planned.promise.id, { planned, order }]));
  const files = [...new Set(library.tests.map(({ file }) => file))];
  return files
    .flatMap((file) => findTests(file, tree.read(file, 'utf-8') ?? ''))
    .flatMap((test) => {
      const known = orders.get(test.promise);
      return known ? [{ test, ...known }] : [];
    });
}

function describable(text: string, { needsDescribe }: Placement): string {
  const isThere = /\bimport\b[^;]*\bdescribe\b[^;]*\bfrom\b|\bglobals\b/.test(text);
  return needsDescribe && !isThere ? insertImport(text, 'describe', 'vitest') : text;
}
