import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { locateNativeFolder } from '../embedded/locate-package.ts';
import type { ServerOrder } from '../supervisor/server-record.ts';

/** All checkouts with the same version of the binaries share one server. */
export function embeddedOrder(): ServerOrder {
  const description = readFileSync(join(dirname(locateNativeFolder()), 'package.json'), 'utf8');
  const { version } = JSON.parse(description) as { version: string };
  return { service: 'postgres', rung: 'embedded', key: `embedded-${version}` };
}
