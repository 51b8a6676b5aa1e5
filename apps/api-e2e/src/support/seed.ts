import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ApiProcess } from './api-process.ts';

/** Makes the demo tenants, as `npm start` does. */
export async function seed({ proxy }: ApiProcess): Promise<void> {
  const program = join(import.meta.dirname, '../../../api/src/seed.ts');
  await promisify(execFile)(process.execPath, [program], { env: { DATABASE_URL: proxy.url } });
}
