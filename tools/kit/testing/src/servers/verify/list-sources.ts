import type { ServerSources } from '../sources/server-sources.ts';
import { ServerProblem } from '../model/server-problem.ts';

/** Every source of a sources with what is found there; the first that holds is the one that a run takes. */
export async function* listSources({ candidates, forced }: ServerSources): AsyncGenerator<string> {
  let taken = false;
  for (const [source, probe] of candidates) {
    const skipped = forced !== undefined && forced !== source;
    const { found, words } = skipped ? { found: false, words: 'not asked for' } : await describe(probe);
    yield `  ${found && !taken ? '→' : ' '} ${source.padEnd(9)} ${words}`;
    taken ||= found;
  }
}

async function describe(
  probe: ServerSources['candidates'][number][1],
): Promise<{ found: boolean; words: string }> {
  try {
    const result = await probe();
    return { found: result.found, words: result.found ? result.at : result.why };
  } catch (error) {
    if (error instanceof ServerProblem) return { found: true, words: 'is asked for, but cannot be used' };
    throw error;
  }
}
