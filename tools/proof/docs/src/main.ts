import { join } from 'node:path';
import { updateDocuments } from './update-documents.ts';

/** `npm run docs` writes the generated tables of the documents; with --check it only lists stale ones. */
const root = join(import.meta.dirname, '../../../..');
const problems = updateDocuments(root, { check: process.argv.includes('--check') });

for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
