import { addDependency } from '../../../lib/add-dependency.ts';
import { insertImport } from '../../../lib/insert-import.ts';
import type { PlanEntry } from '../plan/plan.ts';
import { findTests } from '../read/find-tests.ts';
import type { Planned } from '../read/select-promises.ts';
import { changeInPlace } from './change-in-place.ts';
import { editText } from './edit-text.ts';
import { newTests } from './new-tests.ts';
import { findSpot, type Neighbour, type Placement, placeTest } from './place-test.ts';
import { renderFormatted } from './render-formatted.ts';
import type { Rendered } from './render-suites.ts';
import { tidyFile } from './tidy-file.ts';
import type { Workplace } from './workplace.ts';
import { writeNewTests } from './write-new-tests.ts';

/** Carries a plan out: in place what has a place, the rest in new files. Nothing else in a file changes. */
export async function writePlan(plan: readonly PlanEntry[], workplace: Workplace): Promise<void> {
  const { tree, library } = workplace;
  const files = new Set(library.tests.map(({ file }) => file));
  const before = new Map([...files].map((file) => [file, tree.read(file, 'utf-8') ?? '']));
  const refreshed = await changeInPlace(plan, workplace);
  const missing = plan.filter(({ action }) => action === 'add').flatMap(({ planned }) => planned ?? []);
  const added: Rendered[] = [];
  const homeless: Rendered[] = [];
  for (const planned of missing) {
    const placed = await insertBesideOthers(planned, workplace);
    if (placed) added.push(placed);
    else homeless.push(await renderFormatted(planned, workplace.newFile, workplace));
  }
  for (const contract of newTests(homeless, workplace)) await writeNewTests(contract, workplace);
  for (const [file, text] of before) await tidyFile(tree, file, text);
  await dependOn([...refreshed, ...added, ...homeless], workplace);
}

/** Reads the files anew each time: what was inserted just now is a neighbour of what comes next. */
async function insertBesideOthers(planned: Planned, workplace: Workplace): Promise<Rendered | undefined> {
  const { tree, all, maxLines } = workplace;
  const order = all.findIndex(({ promise }) => promise.id === planned.promise.id);
  const spot = findSpot(planned, order, neighboursIn(workplace));
  if (!spot) return undefined;
  const rendered = await renderFormatted(planned, spot.neighbour.test.file, workplace);
  const placement = placeTest(rendered, order, spot);
  const before = tree.read(placement.file, 'utf-8') ?? '';
  const after = describable(editText(before, [placement]), placement);
  if (placement.needsDescribe && after.split('\n').length > maxLines) return undefined;
  tree.write(placement.file, rendered.imports.reduce(insertImport, after));
  return rendered;
}

/** The test library comes to depend on what its new tests import. */
async function dependOn(tests: readonly Rendered[], { tree, component }: Workplace): Promise<void> {
  const packages = new Set(tests.flatMap(({ imports }) => imports.map(({ from }) => from)));
  for (const name of packages) await addDependency(tree, `libs/${component}/test`, name);
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
  return needsDescribe && !isThere ? insertImport(text, { name: 'describe', from: 'vitest' }) : text;
}
