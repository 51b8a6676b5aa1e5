import { ConfigError } from './config/variables.ts';

/** Runs a program; what it cannot go on from is told in words, with the stack only where it is no matter of configuration. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof ConfigError ? error.message : error);
    // Whatever has begun must not keep a program that has failed alive.
    process.exit(1);
  }
}
