import { join } from 'node:path';
import type { Template } from '@vouch/testing/database';
import { findPytest } from '../pytest.ts';

/** The same work where a Python team would do it: factories that commit within a savepoint of the test. */
export async function openPytest(template: Template, count: number) {
  const pytest = await findPytest(['sqlalchemy', 'psycopg2', 'factory']);
  if (pytest === undefined) return undefined;
  console.log(`${pytest.version}\n`);
  const database = await template.clone();
  const env = { BENCH_DATABASE_URL: database.appUrl, BENCH_TESTS: String(count) };
  return {
    run: () => pytest.run(join(import.meta.dirname, 'pytest'), env),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
