import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Node that came with the lockfile; on a platform for which there is none, the one that runs this if it will do. */
export function pinnedNode(root) {
  const pinned = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (existsSync(pinned)) return pinned;
  const wanted = readFileSync(join(root, '.nvmrc'), 'utf8').trim();
  if (suffices(process.versions.node, wanted)) return process.execPath;
  throw new Error(
    `Node ${wanted} is needed. This is ${process.version}, and the lockfile brings no Node for ${process.platform} on ` +
      `${process.arch}. Install it with: nvm install ${wanted}`,
  );
}

function suffices(version, wanted) {
  const [major, minor] = version.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  return major === wantedMajor && minor >= wantedMinor;
}
