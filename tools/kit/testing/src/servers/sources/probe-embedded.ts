import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locateNativeFolder } from '../embedded/locate-package.ts';
import type { FoundServer } from './probe-result.ts';

/** Returns the embedded server. All checkouts with the same version of the binaries share one. */
export function probeEmbedded(): FoundServer {
  const description = readFileSync(join(dirname(locateNativeFolder()), 'package.json'), 'utf8');
  const { version } = JSON.parse(description) as { version: string };
  return {
    found: true,
    order: { service: 'postgres', source: 'embedded', key: `embedded-${version}` },
    at: 'from npm',
    identity: `embedded ${version}`,
  };
}
