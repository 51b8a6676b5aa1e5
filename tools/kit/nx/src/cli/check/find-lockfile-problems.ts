export interface LockedPackage {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

/**
 * Finds lockfile entries that make an installation depend on more than the lockfile: addresses, missing hashes,
 * unknown scripts.
 */
export function findLockfileProblems(
  packages: Readonly<Record<string, LockedPackage>>,
  knownScripts: Readonly<Record<string, string>>,
): string[] {
  const installed = Object.entries(packages).filter(
    ([path, { link }]) => path.includes('node_modules/') && !link,
  );
  return installed.flatMap(([path, { resolved, integrity, hasInstallScript }]) => {
    const name = path.replace(/^.*node_modules\//, '');
    return [
      ...(resolved?.startsWith('http')
        ? [
            `${path} contains the address ${resolved}. Expected none. Run: npm install, with the .npmrc of this workspace`,
          ]
        : []),
      ...(integrity === undefined
        ? [`${path} has no hash. Expected one. Run: rm -r ${path} && npm install`]
        : []),
      ...(hasInstallScript && !(name in knownScripts)
        ? [
            `${name} has an install script. Expected a reason in package.json why it can be skipped: "vouch": { "installScripts": { "${name}": "…" } }`,
          ]
        : []),
    ];
  });
}
