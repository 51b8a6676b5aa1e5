import { formatText } from '../../../lib/format-text.ts';
import { isSuiteFile } from '../model/suite-file.ts';
import { renderTest } from './render-test.ts';
import type { WriteContext } from '../model/write-context.ts';
import type { PlannedTest } from '../model/planned-test.ts';
import type { RenderedTest } from '../model/rendered-test.ts';

/** Renders a test for its place in a file. The surrounding suites take four columns, and eight in a suite file. */
export async function renderFormatted(
  planned: PlannedTest,
  file: string,
  { tree, library }: WriteContext,
): Promise<RenderedTest> {
  const { text, imports } = await renderTest(planned, library.contextOf(planned, file));
  return {
    planned,
    text: (await formatText(tree, file, text, isSuiteFile(file) ? 8 : 4)).trimEnd(),
    imports,
  };
}
