import { verifyDatabase } from './verify-database.ts';

/** `npm run verify-database` prints the servers that a test run would use, whether they work, and the fix for those that do not. */
export async function verifyDatabaseCommand(): Promise<number> {
  let code = 0;
  for await (const line of verifyDatabase(process.env, (ok) => (code = ok ? 0 : 1))) console.log(line);
  return code;
}
