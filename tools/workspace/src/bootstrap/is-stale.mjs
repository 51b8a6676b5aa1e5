/**
 * Whether what npm has installed is other than what the lockfile asks for. Optional packages may be absent: most are
 * for other platforms.
 *
 * @param {Record<string, { version?: string, optional?: boolean }>} locked
 * @param {Record<string, { version?: string }>} installed
 */
export function isStale(locked, installed) {
  return Object.entries(locked).some(([path, { version, optional }]) => {
    if (path === '') return false;
    const present = installed[path];
    return present === undefined ? !optional : present.version !== version;
  });
}
