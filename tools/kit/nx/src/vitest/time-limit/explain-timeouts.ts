import type { RunnerTask } from 'vitest';

/** Marks a stretched limit in Vitest's message. */
export const busyMachine = 'a busy machine: ';

const stretched = new RegExp(`timed out in \\d+ms while waiting for ${busyMachine}([^,\\n]+),`);

/** Rewrites the messages of stretched limits: `Test timed out: 5 s limit, stretched to 14 s because …`. */
export function explainTimeouts({ result }: RunnerTask): void {
  for (const error of result?.errors ?? []) {
    error.message = explained(error.message);
    if (error.stack !== undefined) error.stack = explained(error.stack);
  }
}

function explained(text: string): string {
  return text.replace(stretched, 'timed out: $1 limit,');
}
