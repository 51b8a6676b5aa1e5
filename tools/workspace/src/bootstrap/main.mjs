// Plain JavaScript for whatever Node is on the machine: it runs before anything is installed.
import { join, resolve } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { runAsChild } from './run-as-child.mjs';

const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../../..');

/** What `npm start` and `npm test` run once the workspace is installed. */
const programs = {
  start: ['tools/workspace/src/start/main.ts'],
  test: ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'test'],
};

const [name = 'test', ...rest] = process.argv.slice(2);

try {
  await ensureInstalled(root);
  const [script, ...args] = programs[name];
  process.exitCode = await runAsChild(pinnedNode(root), [join(root, script), ...args, ...rest], root);
} catch (error) {
  console.error(`\n${error.message}\n`);
  process.exitCode = 1;
}
