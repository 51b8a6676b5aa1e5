import { globSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { readJson, type Tree } from '@nx/devkit';
import { type Declaration, undeclaredFolder } from '../../executors/vitest/lib/input-declarations.ts';
import type { PackageManifest } from '../../graph/package-manifest.ts';
import { allOrNothing } from '../lib/all-or-nothing/all-or-nothing.ts';
import { formatText } from '../lib/format-text.ts';
import type { DeclareInputsSchema } from './schema.d.ts';

export default allOrNothing(declareInputsGenerator);

/** Declares the inputs that the last test run of a project used and its cache key lacks. */
async function declareInputsGenerator(tree: Tree, { project }: DeclareInputsSchema): Promise<void> {
  const left = foldersWithUndeclared(tree);
  const chosen = left.filter(
    ({ name }) => project === 'all' || name === project || name.split('/')[1] === project,
  );
  for (const { folder } of chosen) await declareIn(tree, folder);
  if (chosen.length > 0) return;
  const others = left.map(({ name }) => name).join(', ') || 'none';
  console.log(
    `${project} has nothing to declare. Projects with undeclared inputs in their last run: ${others}.`,
  );
}

/** Finds the packages with undeclared inputs. */
function foldersWithUndeclared(tree: Tree): { name: string; folder: string }[] {
  const files = globSync('**/*.json', { cwd: join(tree.root, undeclaredFolder) });
  const folders = new Set(files.map((file) => posix.dirname(file.replaceAll('\\', '/'))));
  return [...folders]
    .filter((folder) => tree.exists(`${folder}/package.json`))
    .map((folder) => ({
      name: readJson<PackageManifest>(tree, `${folder}/package.json`).name ?? folder,
      folder,
    }));
}

async function declareIn(tree: Tree, folder: string): Promise<void> {
  const path = `${folder}/package.json`;
  const manifest = readJson<PackageManifest>(tree, path);
  const inputs = { ...manifest.vouch?.inputs };
  for (const [level, declarations] of undeclaredIn(join(tree.root, undeclaredFolder, folder)))
    inputs[level] = united(inputs[level] ?? [], declarations);
  const text = JSON.stringify({ ...manifest, vouch: { ...manifest.vouch, inputs } }, null, 2);
  tree.write(path, await formatText(tree, path, `${text}\n`));
}

/** Reads the undeclared inputs by level. */
function undeclaredIn(folder: string): [level: string, declarations: Declaration[]][] {
  return globSync('*.json', { cwd: folder })
    .toSorted()
    .map((file) => [
      basename(file, '.json'),
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Declaration[],
    ]);
}

function united<T>(known: readonly T[], added: readonly T[]): T[] {
  return [...new Map([...known, ...added].map((input) => [JSON.stringify(input), input])).values()];
}
