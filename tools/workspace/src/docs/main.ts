import { workspaceRoot } from '../workspace-root.ts';
import { keepDocuments } from './keep-documents.ts';

/** `npm run docs` writes the tables that stand in the documents; with --check it only says which are stale. */
const faults = keepDocuments(workspaceRoot, { check: process.argv.includes('--check') });

for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
