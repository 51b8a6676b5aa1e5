import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCoverageMap } from '@vitest/istanbul-lib-coverage';
import {
  BaseCoverageProvider,
  type CoverageProvider,
  type TestProject,
  type Vitest,
  version,
} from 'vitest/node';
import type { CountedScript, CountsFile } from './counted-script.ts';
import { MergedScripts } from './merged-scripts.ts';

/**
 * The form in which Vitest takes counts from a worker. `isExtendedContext` marks counts of the worker's processes or
 * threads.
 */
type TakenScript = CountedScript & { readonly startOffset?: number; readonly isExtendedContext?: boolean };

/** Writes counts to a file. The report is made after the last Vitest of the run. */
export class CountsProvider extends BaseCoverageProvider implements CoverageProvider {
  override readonly name = 'v8';
  override version = version;

  initialize(vitest: Vitest): void {
    this._initialize(vitest);
  }

  override createCoverageMap() {
    return createCoverageMap();
  }

  async generateCoverage(): Promise<unknown> {
    let [rewritten, others] = [new MergedScripts(), new MergedScripts()];
    await this.readCoverageFiles<{ result: TakenScript[] }>({
      onFileRead: ({ result }) => {
        for (const script of result)
          if (ranThroughVite(script)) rewritten.add(script, 'by Vite');
          else others.add(script);
      },
      onFinished: async (project) => {
        const result = [...(await withCode(rewritten.all(), project)), ...others.all()];
        await this.#write({ level: project.name.split(' ')[0] ?? '', result });
        [rewritten, others] = [new MergedScripts(), new MergedScripts()];
      },
      onDebug: Object.assign(() => undefined, { enabled: false }),
    });
    return this.createCoverageMap();
  }

  override async reportCoverage(): Promise<void> {
    await this.cleanAfterRun();
  }

  async #write(counts: CountsFile): Promise<void> {
    const folder = dirname(this.options.reportsDirectory);
    await writeFile(join(folder, `vitest-${randomUUID()}.json`), JSON.stringify(counts));
  }
}

/** True for modules of this Vitest's workers. Their offset is that of the function into which Vite wraps them. */
function ranThroughVite({ startOffset, isExtendedContext }: TakenScript): boolean {
  return Boolean(startOffset) && !isExtendedContext;
}

async function withCode(scripts: readonly TakenScript[], project: TestProject): Promise<CountedScript[]> {
  return Promise.all(
    scripts.map(async (script) => {
      const transformed = await project.vite.environments.ssr?.transformRequest(fileURLToPath(script.url));
      if (!transformed) return script;
      return { ...script, code: withoutSourceMap(transformed.code), codeOffset: script.startOffset ?? 0 };
    }),
  );
}

/** Removes the source map. The reader compares with the file itself, and a map would only blur the result. */
function withoutSourceMap(code: string): string {
  return code.replace(/\n\/\/# sourceMapping[^]*$/, '');
}
