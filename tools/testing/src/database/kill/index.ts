export { allKillCases, type KillCase, someKillCases } from './kill-case.ts';
export { leftovers, tracesIn } from './leftovers.ts';
export { killOnce, type KillOptions, type KillResult } from './kill-once.ts';
