import { type GeneratorCallback, installPackagesTask, type Tree } from '@nx/devkit';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { confirm } from './lib/confirm.ts';
import { type Change, plannedChanges } from './lib/planned-changes.ts';
import type { InitSchema } from './schema.d.ts';

export default allOrNothing(initGenerator);

/** Adds Vouch to a workspace that exists. Files that exist are changed only with consent. */
async function initGenerator(tree: Tree, { yes = false }: InitSchema): Promise<GeneratorCallback> {
  const { changes, manualChanges } = await plannedChanges(tree);
  const edits = changes.filter(({ path }) => tree.exists(path));
  const consented = yes || edits.length === 0 || (await confirm(question(edits)));
  const made = consented ? changes : changes.filter(({ path }) => !tree.exists(path));
  for (const { path, content } of made) tree.write(path, content);
  report(made, consented ? [] : edits, manualChanges);
  return () => {
    if (made.some(({ path }) => path === 'package.json')) installPackagesTask(tree);
  };
}

function question(edits: readonly Change[]): string {
  return `These files exist and would change:\n${lines(edits)}\nChange them?`;
}

function report(made: readonly Change[], left: readonly Change[], manualChanges: readonly string[]): void {
  if (made.length > 0) console.log(`\nVouch was added:\n${lines(made)}`);
  else if (left.length === 0) console.log('\nVouch is set up already: nothing to change.');
  if (left.length > 0)
    console.log(
      `\nNot changed without consent:\n${lines(left)}\nChange them with: npx nx g @vouch/nx:init --yes`,
    );
  for (const line of manualChanges) console.log(`\n${line}`);
}

function lines(changes: readonly Change[]): string {
  return changes.map(({ path, summary }) => `  ${path.padEnd(18)} ${summary}`).join('\n');
}
