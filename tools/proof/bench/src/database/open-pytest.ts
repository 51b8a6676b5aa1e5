import { join } from 'node:path';
import type { Template } from '@vouch/testing/servers';
import { findPytest } from '../pytest.ts';

/** The same work as a Python team would do it: factories that commit within a savepoint of the test. */
export async function openPytest(template: Template) {
  const pytest = await findPytest(['sqlalchemy', 'psycopg2', 'factory']);
  if (pytest === undefined) return undefined;
  console.log(`${pytest.version}\n`);
  const database = await template.clone();
  const folder = join(import.meta.dirname, 'pytest');
  return {
    run: (count: number) =>
      pytest.run(folder, { BENCH_DATABASE_URL: database.appUrl, BENCH_TESTS: String(count) }),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
