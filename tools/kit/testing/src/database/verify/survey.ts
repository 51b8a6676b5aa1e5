import type { Ladder } from '../ladder/ladder.ts';
import { DatabaseProblem } from '../problem.ts';

/** Every rung of a ladder with what is found there; the first that holds is the one that a run takes. */
export async function* surveyOf({ rungs, forced }: Ladder): AsyncGenerator<string> {
  let taken = false;
  for (const [rung, look] of rungs) {
    const skipped = forced !== undefined && forced !== rung;
    const { found, words } = skipped ? { found: false, words: 'not asked for' } : await describe(look);
    yield `  ${found && !taken ? '→' : ' '} ${rung.padEnd(9)} ${words}`;
    taken ||= found;
  }
}

async function describe(look: Ladder['rungs'][number][1]): Promise<{ found: boolean; words: string }> {
  try {
    const finding = await look();
    return { found: finding.found, words: finding.found ? finding.at : finding.why };
  } catch (error) {
    if (error instanceof DatabaseProblem) return { found: true, words: 'is asked for, but cannot be used' };
    throw error;
  }
}
