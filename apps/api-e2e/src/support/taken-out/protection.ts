import { join } from 'node:path';

/** A piece of the API's sources that protects it, and what stands there when it is taken out. */
export interface Protection {
  /** From the root of the workspace. */
  readonly file: string;
  readonly text: string;
  readonly instead: string;
}

/** Environment variables that make a Node process load its sources without the protections. */
export function takingOut(protections: readonly Protection[]): Readonly<Record<string, string>> {
  if (protections.length === 0) return {};
  const hook = join(import.meta.dirname, 'take-out.mjs');
  return { NODE_OPTIONS: `--import ${hook}`, TAKEN_OUT: JSON.stringify(protections) };
}
