import { mergeScriptCovs } from '@bcoe/v8-coverage';
import type { CountedScript } from './counted-script.ts';

/** Adds up counts of the same code in the same file. If the code is unknown, its length identifies it. */
export class MergedScripts {
  readonly #scripts = new Map<string, CountedScript>();

  add(script: CountedScript, code = script.code ?? String(lengthOf(script))): void {
    const key = `${script.url}\n${code}`;
    const known = this.#scripts.get(key);
    const merged = known ? mergeScriptCovs([known, script]) : script;
    this.#scripts.set(key, { ...script, ...merged });
  }

  all(): CountedScript[] {
    return [...this.#scripts.values()];
  }
}

/** Returns the length of the code, because V8 also counts a script as a whole. */
export function lengthOf({ functions }: CountedScript): number {
  return functions.reduce(
    (longest, { ranges }) => Math.max(longest, ...ranges.map(({ endOffset }) => endOffset)),
    0,
  );
}
