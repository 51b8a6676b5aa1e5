import { ConfigError } from './environment/variables.ts';

/** Runs a program. Prints configuration problems without a stack, other errors with it. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    // Resources that are still open must not keep the failed program alive.
    process.exit(1);
  }
}
