import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the Node from the lockfile, or the running one on a platform without such a package, if its version fits. */
export function pinnedNode(root) {
  const pinned = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(pinned)) return pinned;
  const wanted = readFileSync(join(root, '.nvmrc'), 'utf8').trim();
  if (suffices(process.versions.node, wanted)) return process.execPath;
  throw new Error(
    `Node ${wanted} is required, but this is ${process.version}, and the lockfile contains no Node for ${process.platform} on ` +
      `${process.arch}. Install it: nvm install ${wanted}`,
  );
}

function suffices(version, wanted) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  return major === wantedMajor && minor >= wantedMinor;
}
