import { mergeScriptCovs } from '@bcoe/v8-coverage';
import type { CountedScript } from './counted-script.ts';

/** Adds up what was counted in the same code of the same file. */
export class MergedScripts {
  readonly #scripts = new Map<string, CountedScript>();

  /** Where the code is not known yet, a word for it. */
  add(script: CountedScript, code = script.code ?? ''): void {
    const key = `${script.url}\n${code}`;
    const known = this.#scripts.get(key);
    const merged = known ? mergeScriptCovs([known, script]) : script;
    this.#scripts.set(key, { ...script, ...merged });
  }

  all(): CountedScript[] {
    return [...this.#scripts.values()];
  }
}
