import { formatText } from '../../../lib/format-text.ts';
import type { Planned } from '../read/select-promises.ts';
import { isSuiteFile } from '../read/suite-file.ts';
import { renderTest } from '../render/render-test.ts';
import type { Rendered } from './render-suites.ts';
import type { Workplace } from './workplace.ts';

/** A test as it will stand in a file; the suites around it take four columns, and four more in one that takes its subject. */
export async function renderFormatted(
  planned: Planned,
  file: string,
  { tree, library }: Workplace,
): Promise<Rendered> {
  const { text, imports } = await renderTest(planned, library.contextOf(planned, file));
  return {
    planned,
    text: (await formatText(tree, file, text, isSuiteFile(file) ? 8 : 4)).trimEnd(),
    imports,
  };
}
