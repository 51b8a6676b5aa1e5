import { addDependency } from '../../../lib/add-dependency.ts';
import { insertImport } from '../../../lib/insert-import.ts';
import type { PlanEntry } from '../plan/plan-entry.ts';
import { findTests } from '../../../../promise-tests/find-tests.ts';
import { changeInPlace } from './change-in-place.ts';
import { editText } from '../../../../promise-tests/edit-text.ts';
import { newTests } from './new-tests.ts';
import { findInsertionPoint, type Neighbour, type Placement, placeTest } from './insertion-point.ts';
import { renderFormatted } from '../render/render-formatted.ts';
import { tidyFile } from './tidy-file.ts';
import type { WriteContext } from '../model/write-context.ts';
import { writeNewTests } from './write-new-tests.ts';
import type { PlannedTest } from '../model/planned-test.ts';
import type { RenderedTest } from '../model/rendered-test.ts';

/** Carries out a plan: changes tests in place and puts the rest into new files. Changes nothing else in a file. */
export async function writePlan(plan: readonly PlanEntry[], context: WriteContext): Promise<void> {
  const { tree, library } = context;
  const files = new Set(library.tests.map(({ file }) => file));
  const before = new Map([...files].map((file) => [file, tree.read(file, 'utf-8') ?? '']));
  const refreshed = await changeInPlace(plan, context);
  const missing = plan.filter(({ action }) => action === 'add').flatMap(({ planned }) => planned ?? []);
  const added: RenderedTest[] = [];
  const unplaced: RenderedTest[] = [];
  for (const planned of missing) {
    const placed = await insertBesideOthers(planned, context);
    if (placed) added.push(placed);
    else unplaced.push(await renderFormatted(planned, context.newFile, context));
  }
  for (const contract of newTests(unplaced, context)) await writeNewTests(contract, context);
  for (const [file, text] of before) await tidyFile(tree, file, text);
  await dependOn([...refreshed, ...added, ...unplaced], context);
}

/** Reads the files again for each test, because an inserted test is a neighbour of the next. */
async function insertBesideOthers(
  planned: PlannedTest,
  context: WriteContext,
): Promise<RenderedTest | undefined> {
  const { tree, all, maxLines } = context;
  const order = all.findIndex(({ promise }) => promise.id === planned.promise.id);
  const point = findInsertionPoint(planned, order, neighboursIn(context));
  if (!point) return undefined;
  const rendered = await renderFormatted(planned, point.neighbour.test.file, context);
  const placement = placeTest(rendered, order, point);
  const before = tree.read(placement.file, 'utf-8') ?? '';
  const after = describable(editText(before, [placement]), placement);
  if (placement.needsDescribe && after.split('\n').length > maxLines) return undefined;
  tree.write(placement.file, rendered.imports.reduce(insertImport, after));
  return rendered;
}

/** Adds the packages that new tests import to the test library's dependencies. */
async function dependOn(tests: readonly RenderedTest[], { tree, component }: WriteContext): Promise<void> {
  const packages = new Set(tests.flatMap(({ imports }) => imports.map(({ from }) => from)));
  for (const name of packages) await addDependency(tree, `libs/${component}/test`, name);
}

function neighboursIn({ tree, all, library }: WriteContext): Neighbour[] {
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
