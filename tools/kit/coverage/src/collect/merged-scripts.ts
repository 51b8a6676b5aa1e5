import { mergeScriptCovs } from '@bcoe/v8-coverage';
import type { CountedScript } from './counted-script.ts';

/** Adds up what was counted in the same code of the same file. Where the code is not known, its length tells it apart. */
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

/** Of the code, for V8 counts a script as a whole, too. */
export function lengthOf({ functions }: CountedScript): number {
  return functions.reduce(
    (longest, { ranges }) => Math.max(longest, ...ranges.map(({ endOffset }) => endOffset)),
    0,
  );
}
