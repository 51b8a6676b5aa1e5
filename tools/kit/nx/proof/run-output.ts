import type { Ended } from '@vouch/scratch';

/** Nx's output of a run with `--output-style=static`, by task. */
export class RunOutput {
  readonly code: number | null;
  readonly output: string;
  readonly #sections: ReadonlyMap<string, string>;

  constructor({ code, output }: Ended) {
    this.code = code;
    this.output = output;
    const sections = output.split(/^(?=> nx run |✔ {2}nx run |✖ {2}nx run )/m);
    this.#sections = new Map(
      sections.flatMap((text) => {
        const task = /nx run (\S+)/.exec(text)?.[1];
        return task === undefined ? [] : [[task, text] as const];
      }),
    );
  }

  /** Returns the output below the last heading of a task. */
  of(task: string): string {
    return this.#sections.get(task) ?? '';
  }

  passed(task: string): boolean {
    return this.#sections.has(task) && !this.output.includes(`- ${task}\n`);
  }

  isCached(task: string): boolean {
    return this.cached().includes(task);
  }

  cached(): string[] {
    return [...this.output.matchAll(/nx run (\S+) +\[(?:local cache|existing outputs)/g)].map(
      ([, task]) => task ?? '',
    );
  }
}
