import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { updateDocuments } from './update-documents.ts';

/** `npm run docs` fills the blocks of the documents. `--check` only reports problems; `--screenshots` renews the images, too. */
const root = join(import.meta.dirname, '../../../..');
const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, screenshots: { type: 'boolean', default: false } },
});
if (values.screenshots) {
  const { takeScreenshots } = await import('./screenshots/take-screenshots.ts');
  await takeScreenshots(root);
}
const problems = updateDocuments(root, { check: values.check });

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
