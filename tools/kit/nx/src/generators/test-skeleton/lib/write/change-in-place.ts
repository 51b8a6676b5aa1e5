import { categories } from '../../../../contract-model/index.ts';
import type { PlanEntry } from '../plan/plan-entry.ts';
import { insertImport } from '../../../lib/insert-import.ts';
import { acceptRevision } from '../../../../promise-tests/accept-revision.ts';
import { withCallee } from '../render/with-callee.ts';
import { type Edit, editText, indentRest, wholeLines } from '../../../../promise-tests/edit-text.ts';
import { renderFormatted } from '../render/render-formatted.ts';
import { withoutEmptySuites } from './without-empty-suites.ts';
import type { WriteContext } from '../model/write-context.ts';
import type { RenderedTest } from '../model/rendered-test.ts';

interface EditOfFile extends Edit {
  readonly file: string;
  readonly rendered?: RenderedTest;
}

/** Refreshes drafts, removes orphans and accepts revisions in place. Returns the refreshed tests. */
export async function changeInPlace(
  plan: readonly PlanEntry[],
  context: WriteContext,
): Promise<readonly RenderedTest[]> {
  const { tree } = context;
  const edits = (await Promise.all(plan.map((entry) => editsOf(entry, context)))).flat();
  const lost = plan.filter(({ action }) => action === 'remove').map(({ id }) => id.split('#')[0] ?? '');
  const titles = new Set([...categories, ...lost]);
  for (const [file, own] of Map.groupBy(edits, (edit) => edit.file)) {
    const edited = editText(tree.read(file, 'utf-8') ?? '', own);
    const imports = own.flatMap(({ rendered }) => rendered?.imports ?? []);
    tree.write(
      file,
      imports.reduce(insertImport, lost.length === 0 ? edited : withoutEmptySuites(edited, titles)),
    );
  }
  return edits.flatMap(({ rendered }) => rendered ?? []);
}

async function editsOf(
  { action, test, planned, stale = [] }: PlanEntry,
  context: WriteContext,
): Promise<EditOfFile[]> {
  if (action === 'accept')
    return stale.map((each) => ({
      file: each.file,
      ...acceptRevision(each, planned?.promise.revision ?? ''),
    }));
  if (!test) return [];
  const { file, start, end } = test;
  if (action === 'remove') {
    return [{ file, ...wholeLines(context.tree.read(file, 'utf-8') ?? '', start, end), text: '' }];
  }
  if (action !== 'refresh' || !planned) return [];
  const rendered = await renderFormatted(planned, file, context);
  const text = indentRest(withCallee(rendered.text, test.callee), test.indent);
  return [{ file, start, end, text, rendered }];
}
