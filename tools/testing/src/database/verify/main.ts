// npm run verify-database: what a test run would use, whether it works, and what to do when it does not.
import { verifyDatabase } from './verify-database.ts';

for await (const line of verifyDatabase(process.env, (ok) => (process.exitCode = ok ? 0 : 1)))
  console.log(line);
