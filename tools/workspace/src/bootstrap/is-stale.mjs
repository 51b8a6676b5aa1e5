/**
 * True if the installed packages differ from the lockfile. Optional packages may be absent: most are for other
 * platforms.
 *
 * @param {Record<string, { version?: string, integrity?: string, optional?: boolean }>} locked
 * @param {Record<string, { version?: string, integrity?: string }>} installed
 */
export function isStale(locked, installed) {
  return Object.entries(locked).some(([path, { version, integrity, optional }]) => {
    if (path === '') return false;
    const present = installed[path];
    if (present === undefined) return !optional;
    // Packages of the kit may change without a new version.
    return present.version !== version || present.integrity !== integrity;
  });
}
