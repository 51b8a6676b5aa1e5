import type { Ended } from '@vouch/scratch';

/** A run that failed measures nothing. */
export function expectGreen({ code, output }: Ended): void {
  if (code !== 0) throw new Error(`The measured run ended with code ${code}:\n${output}`);
}
