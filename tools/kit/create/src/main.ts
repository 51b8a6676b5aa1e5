#!/usr/bin/env node
import { createWorkspace } from './create-workspace.ts';
import { readOptions, usage } from './read-options.ts';

/** `npm create vouch my-app`. Runs on the Node of the machine, which may be old: the workspace brings a new one. */
try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') console.log(usage);
  else await createWorkspace(options);
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
