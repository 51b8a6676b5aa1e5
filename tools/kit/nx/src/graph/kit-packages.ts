import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/** The origin of the kit: packages of this workspace, or packages from a registry. */
export interface KitPackages {
  readonly projects: readonly string[];
  readonly installed: readonly string[];
}

const packages = ['@vouch/nx', '@vouch/testing', '@vouch/coverage'];

export function kitPackages(workspacePackages: readonly string[], workspaceRoot: string): KitPackages {
  const here = new Set(workspacePackages);
  return {
    projects: packages.filter((name) => here.has(name)),
    installed: packages.filter(
      (name) => !here.has(name) && fromRegistry(join(workspaceRoot, 'node_modules', name)),
    ),
  };
}

/** Nx cannot determine the version of a package that is linked from elsewhere. */
function fromRegistry(path: string): boolean {
  try {
    return realpathSync(path).includes(`${sep}node_modules${sep}`);
  } catch {
    return false;
  }
}
