import { allKillCases, type KillCase, killOnce } from '@vouch/testing/database/kill';
import { printTable } from '../print-table.ts';

/** Kills a run by every signal, in every part, at every stage, and looks at what is left of it. */
export async function run(): Promise<void> {
  const rows: string[][] = [];
  for (const kill of allKillCases()) {
    const { left, gone } = await killOnce(kill);
    rows.push([nameOf(kill), left.length === 0 ? `${(gone / 1_000).toFixed(1)} s` : left.join(', ')]);
    console.log(rows.at(-1)?.join('  '));
    if (left.length > 0) process.exitCode = 1;
  }
  printTable(['killed', 'nothing left after'], rows);
}

function nameOf({ signal, victim, stage }: KillCase): string {
  return `${signal} → ${victim} at ${stage}`;
}
