import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { isTestFile, levelOf } from '../levels/index.ts';
import { readLevels } from '../plugin-options.ts';
import { testFiles } from '../vitest/discover.ts';

const levelsOfPromises = new Set(['unit', 'integration']);

/** A component's app library and the tests that prove its promises. */
export interface ProvableComponent {
  /** Folder of the app library, relative to the workspace. */
  readonly app: string;
  readonly specs: readonly string[];
}

/** @throws Error that lists the components if there is none with the name */
export function findComponent(root: string, name: string): ProvableComponent {
  const app = `libs/${name}/app`;
  if (!existsSync(join(root, app, 'package.json')))
    throw new Error(
      `${JSON.stringify(name)} is not a component with an app library. Expected one of: ${componentNames(root).join(', ')}. ` +
        'Create it with: npx nx g component NAME',
    );
  const levels = readLevels(root);
  const specs = [app, `libs/${name}/test`]
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => testFiles(root, folder))
    .filter((file) => isTestFile(file) && levelsOfPromises.has(levelOf(file, levels)));
  if (specs.length === 0)
    throw new Error(
      `${name} has no unit or integration tests. Expected tests in libs/${name}/test/src. Create them with: npx nx g test-skeleton ${name}`,
    );
  return { app, specs: specs.toSorted() };
}

function componentNames(root: string): string[] {
  return globSync('libs/*/app/package.json', { cwd: root })
    .map((file) => file.split(/[\\/]/)[1] ?? '')
    .toSorted();
}
