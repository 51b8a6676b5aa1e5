import {
  allKillCases,
  allNxKillCases,
  type KillCase,
  killOnce,
  type KillOptions,
} from '@vouch/testing/proof/kill';
import { printTable } from '../print-table.ts';
import { nxWorkspace, startNxIn } from './nx-run.ts';

/** Kills a run by every signal, in every part, at every stage, and lists leftovers. */
export async function run(): Promise<void> {
  await killEach('the kit alone', allKillCases());
  using workspace = nxWorkspace();
  await killEach('started by Nx', allNxKillCases(), { start: startNxIn(workspace) });
}

async function killEach(name: string, cases: readonly KillCase[], options?: KillOptions): Promise<void> {
  const rows: string[][] = [];
  for (const kill of cases) {
    const { left, gone } = await killOnce(kill, options);
    rows.push([nameOf(kill), left.length === 0 ? `${(gone / 1_000).toFixed(1)} s` : left.join(', ')]);
    console.log(rows.at(-1)?.join('  '));
    if (left.length > 0) process.exitCode = 1;
  }
  printTable([`killed, ${name}`, 'leftovers after'], rows);
}

function nameOf({ signal, victim, stage }: KillCase): string {
  return `${signal} → ${victim} at ${stage}`;
}
