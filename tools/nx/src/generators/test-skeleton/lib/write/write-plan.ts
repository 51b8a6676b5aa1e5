import { dirname } from 'node:path/posix';
import type { Tree } from '@nx/devkit';
import { formatText } from '../../../lib/format-text.ts';
import { insertImport } from '../../../lib/insert-import.ts';
import type { SkeletonOptions } from '../normalize-options.ts';
import type { PlanEntry } from '../plan/plan.ts';
import { findTests } from '../read/find-tests.ts';
import type { Planned } from '../read/select-promises.ts';
import type { TestLibrary } from '../read/test-library.ts';
import { renderTest } from '../render/render-test.ts';
import { withCallee } from '../render/with-callee.ts';
import { editText, indentRest, wholeLines } from './edit-text.ts';
import { newFiles } from './new-files.ts';
import { type Neighbour, type Placement, placeTest } from './place-test.ts';
import { renderFile } from './render-file.ts';
import type { Rendered } from './render-suites.ts';

/** Carries a plan out: in place what has a place, the rest in new files. Nothing else in a file changes. */
export async function writePlan(
  tree: Tree,
  plan: readonly PlanEntry[],
  all: readonly Planned[],
  library: TestLibrary,
  options: Pick<SkeletonOptions, 'level' | 'maxLines'>,
): Promise<void> {
  await changeInPlace(tree, plan, library);
  const missing = plan.filter(({ action }) => action === 'add').flatMap(({ planned }) => planned ?? []);
  const folder = `${library.root}/${options.level}`;
  const texts = await renderAll(tree, missing, library, folder);
  const homeless = texts.filter(
    (rendered) => !insertBesideOthers(tree, rendered, all, library, options.maxLines),
  );
  for (const { path, tests } of newFiles(homeless, folder, options)) {
    const free = freePath(tree, path);
    tree.write(free, await formatText(tree, free, renderFile(free, tests, library.fixturesFile)));
  }
}

async function renderAll(
  tree: Tree,
  missing: readonly Planned[],
  library: TestLibrary,
  folder: string,
): Promise<Rendered[]> {
  const render = (planned: Planned) => renderTest(planned, library.contextOf(planned));
  return Promise.all(
    missing.map(async (planned) => ({ planned, text: await formatTest(tree, folder, render(planned)) })),
  );
}

/** Suites around a test take four columns. */
async function formatTest(tree: Tree, folder: string, text: string): Promise<string> {
  return (await formatText(tree, `${folder}/new.spec.ts`, text, 4)).trimEnd();
}

async function changeInPlace(tree: Tree, plan: readonly PlanEntry[], library: TestLibrary): Promise<void> {
  const changes = plan.filter(({ action }) => action === 'refresh' || action === 'remove');
  for (const [file, entries] of Map.groupBy(changes, ({ test }) => test?.file ?? '')) {
    const text = tree.read(file, 'utf-8') ?? '';
    const edits = await Promise.all(
      entries.map(async ({ test, planned }) => {
        if (!test) return [];
        if (!planned) return [{ ...wholeLines(text, test.start, test.end), text: '' }];
        const formatted = await formatTest(
          tree,
          dirname(file),
          renderTest(planned, library.contextOf(planned)),
        );
        return [
          {
            start: test.start,
            end: test.end,
            text: indentRest(withCallee(formatted, test.callee), test.indent),
          },
        ];
      }),
    );
    tree.write(file, editText(text, edits.flat()));
  }
}

/** Reads the files anew each time: what was inserted just now is a neighbour of what comes next. */
function insertBesideOthers(
  tree: Tree,
  rendered: Rendered,
  all: readonly Planned[],
  library: TestLibrary,
  maxLines: number,
): boolean {
  const neighbours = neighboursIn(tree, all, library);
  const order = all.findIndex(({ promise }) => promise.id === rendered.planned.promise.id);
  const placement = placeTest(rendered, order, neighbours);
  if (!placement) return false;
  const before = tree.read(placement.file, 'utf-8') ?? '';
  const after = describable(editText(before, [placement]), placement);
  if (placement.needsDescribe && after.split('\n').length > maxLines) return false;
  tree.write(placement.file, after);
  return true;
}

function neighboursIn(tree: Tree, all: readonly Planned[], library: TestLibrary): Neighbour[] {
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

/** A file of that name that has no tests of promises is a person's own. */
function freePath(tree: Tree, path: string): string {
  return tree.exists(path) ? path.replace(/\.spec\.ts$/, '.promises.spec.ts') : path;
}
