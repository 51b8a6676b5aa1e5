import type { Ended } from '@vouch/scratch';

/** Throws for a failed run, which measures nothing. */
export function expectGreen({ code, output }: Ended): void {
  if (code !== 0) throw new Error(`The measured run failed with code ${code}. Expected 0:\n${output}`);
}
