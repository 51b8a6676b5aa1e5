// Plain JavaScript for any Node on the machine: it runs before the installation.
import { join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { pinnedNode } from './pinned-node.mjs';
import { runAsChild } from './run-as-child.mjs';

// The folder in which npm runs the workspace's scripts.
const root = process.cwd();

const nx = 'node_modules/nx/dist/bin/nx.js';
const bin = (name) => join('node_modules/.bin', name);

/** The programs behind `npm start`, `npm test` and `npm run coverage`. */
const programs = {
  start: ['tools/workspace/src/start/main.ts'],
  coverage: [bin('vouch'), 'coverage'],
  test: [nx, 'run-many', '-t', 'test'],
  'test:all': [nx, 'run-many', '-t', 'test', 'test-all'],
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
