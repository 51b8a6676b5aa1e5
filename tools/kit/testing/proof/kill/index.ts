export { waitAtStage } from './wait-at-stage.ts';
export { allKillCases, allNxKillCases, type KillCase, someKillCases } from './kill-case.ts';
export { leftovers, tracesIn } from './leftovers.ts';
export { killOnce, type KillOptions, type KillResult, type StartRun } from './kill-once.ts';
