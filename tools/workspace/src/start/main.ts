import { readOptions, usage, UsageError } from './read-options.ts';
import { start } from './start.ts';
import { Stopped, stopSignal } from './stop-signal.ts';

/** `npm start`: the API on embedded PostgreSQL, with demo tenants. */
try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else await start(options, stopSignal());
} catch (error) {
  if (!(error instanceof Stopped)) {
    console.error(`\n${error instanceof UsageError ? error.message : explain(error)}`);
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  return process.env['DEBUG'] && error instanceof Error ? (error.stack ?? error.message) : String(error);
}
