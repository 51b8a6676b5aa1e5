import type { ServerSources } from '../sources/server-sources.ts';
import { ServerProblem } from '../model/server-problem.ts';

/** Lists every source with its probe result. A run takes the first available one. */
export async function* listSources({ candidates, forced }: ServerSources): AsyncGenerator<string> {
  let taken = false;
  for (const [source, probe] of candidates) {
    const skipped = forced !== undefined && forced !== source;
    const { found, words } = skipped ? { found: false, words: 'not requested' } : await describe(probe);
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
    if (error instanceof ServerProblem) return { found: true, words: 'requested, but cannot be used' };
    throw error;
  }
}
