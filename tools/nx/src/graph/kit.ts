/** Where the kit that runs the tests comes from: packages of this workspace, or installed ones. */
export interface Kit {
  readonly projects: readonly string[];
  readonly installed: readonly string[];
}

const packages = ['@vouch/nx', '@vouch/testing'];

export function kitOf(workspacePackages: readonly string[]): Kit {
  const here = new Set(workspacePackages);
  return {
    projects: packages.filter((name) => here.has(name)),
    installed: packages.filter((name) => !here.has(name)),
  };
}
