import { createInterface } from 'node:readline/promises';

/** Asks a person at a terminal; where there is none, the answer is no. */
export async function confirm(question: string): Promise<boolean> {
  const isAnswered =
    process.stdin.isTTY &&
    process.stdout.isTTY &&
    !process.env['CI'] &&
    process.env['NX_INTERACTIVE'] !== 'false';
  if (!isAnswered) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^(?:y|yes)?$/i.test((await terminal.question(`${question} (Y/n) `)).trim());
  } finally {
    terminal.close();
  }
}
