import { categories } from '../../../../contract-model/index.ts';
import type { PlanEntry } from '../plan/plan.ts';
import { insertImport } from '../../../lib/insert-import.ts';
import { quote } from '../../../lib/quote.ts';
import { withCallee } from '../render/with-callee.ts';
import { type Edit, editText, indentRest, wholeLines } from './edit-text.ts';
import { renderFormatted } from './render-formatted.ts';
import { withoutEmptySuites } from './without-empty-suites.ts';
import type { Rendered } from './render-suites.ts';
import type { Workplace } from './workplace.ts';

interface EditOfFile extends Edit {
  readonly file: string;
  readonly rendered?: Rendered;
}

/** Refreshes drafts, removes orphans and accepts revisions, all where they stand. Gives the refreshed. */
export async function changeInPlace(
  plan: readonly PlanEntry[],
  workplace: Workplace,
): Promise<readonly Rendered[]> {
  const { tree } = workplace;
  const edits = (await Promise.all(plan.map((entry) => editsOf(entry, workplace)))).flat();
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
  workplace: Workplace,
): Promise<EditOfFile[]> {
  if (action === 'accept')
    return stale.map(({ file, revisionAt }) => ({ file, ...accepted(revisionAt, planned) }));
  if (!test) return [];
  const { file, start, end } = test;
  if (action === 'remove') {
    return [{ file, ...wholeLines(workplace.tree.read(file, 'utf-8') ?? '', start, end), text: '' }];
  }
  if (action !== 'refresh' || !planned) return [];
  const rendered = await renderFormatted(planned, file, workplace);
  const text = indentRest(withCallee(rendered.text, test.callee), test.indent);
  return [{ file, start, end, text, rendered }];
}

/** The contract's revision in a person's test, and nothing else of it. */
function accepted(at: { readonly start: number; readonly end: number }, planned: PlanEntry['planned']): Edit {
  const revision = quote(planned?.promise.revision ?? '');
  return { ...at, text: at.end > at.start ? revision : `, revision: ${revision}` };
}
