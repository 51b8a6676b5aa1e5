import { readJson, type Tree } from '@nx/devkit';
import { checkName } from '../../lib/check-name.ts';
import { scopeOf, workspacePackages } from '../../lib/workspace-packages.ts';
import { hasKitSources } from './kit/replace-kit.ts';
import type { RenameSchema } from '../schema.d.ts';

export interface RenameOptions {
  readonly scope: { readonly from: string; readonly to: string };
  readonly name: { readonly from: string; readonly to: string };
  /** True if the application gets a name: then nothing about the template stays. */
  readonly isNamed: boolean;
  readonly replacesKit: boolean;
}

export function normalizeOptions(tree: Tree, schema: RenameSchema): RenameOptions {
  // An empty answer to a question leaves things as they are.
  const [scope, name] = [schema.scope || undefined, schema.name || undefined];
  const fromScope = scopeOf(tree);
  const fromName = readJson<{ name: string }>(tree, 'package.json').name;
  if (scope === undefined && name === undefined) {
    throw new Error(
      `Nothing to rename: expected --scope, --name, or both. Try: nx g rename --scope=@mycorp --name=my-app`,
    );
  }
  return {
    scope: { from: fromScope, to: scope === undefined ? fromScope : checkScope(tree, scope) },
    name: {
      from: fromName,
      to: name === undefined ? fromName : checkName(name, 'application', 'nx g rename --name=my-app'),
    },
    isNamed: name !== undefined,
    replacesKit: name !== undefined && schema.keepKit !== true && hasKitSources(tree),
  };
}

function checkScope(tree: Tree, scope: string): string {
  if (!/^@[a-z0-9][a-z0-9-]{0,38}$/.test(scope)) {
    throw new Error(
      `The scope cannot be ${JSON.stringify(scope).slice(0, 60)}. Expected an @ and lower-case letters, digits and hyphens, 40 characters at most. ` +
        'Try: nx g rename --scope=@mycorp',
    );
  }
  const own = new Set(
    [...workspacePackages(tree)]
      .filter(([, folder]) => !folder.startsWith('tools/'))
      .map(([name]) => name.split('/')[0]),
  );
  if (tree.exists(`node_modules/${scope}`) && !own.has(scope)) {
    throw new Error(
      `The scope cannot be "${scope}": packages of that scope are installed, in node_modules/${scope}. Expected one that is yours. ` +
        'Try: nx g rename --scope=@mycorp',
    );
  }
  return scope;
}
