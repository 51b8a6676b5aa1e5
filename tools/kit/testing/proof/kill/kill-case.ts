/** The stage of a run at which the signal is sent. */
export const stages = ['start', 'template', 'test', 'clean-up'] as const;
export type Stage = (typeof stages)[number];

/**
 * The receiver of the signal: Nx if it started the run, the run's main process, its worker, all of them as a process
 * group (a closed terminal), or the server's supervisor.
 */
export const victims = ['nx', 'main', 'worker', 'group', 'supervisor'] as const;
export type Victim = (typeof victims)[number];

export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const;
export type Signal = (typeof signals)[number];

export interface KillCase {
  readonly signal: Signal;
  readonly victim: Victim;
  readonly stage: Stage;
}

/** Every combination of signal, victim and stage without Nx. A worker exists only while tests run. */
export function allKillCases(): KillCase[] {
  return cases(victims.filter((victim) => victim !== 'nx')).filter(
    ({ victim, stage }) => victim !== 'worker' || stage === 'test' || stage === 'clean-up',
  );
}

/**
 * The combinations for a run that Nx started. Its main process can be identified once its worker runs, which builds
 * the template.
 */
export function allNxKillCases(): KillCase[] {
  return cases(['nx', 'main', 'worker', 'group']).filter(
    ({ victim, stage }) => stage !== 'start' || victim === 'nx' || victim === 'group',
  );
}

/** A selection with each signal, victim and stage at least once. */
export function someKillCases(): KillCase[] {
  return [
    { signal: 'SIGINT', victim: 'group', stage: 'test' },
    { signal: 'SIGTERM', victim: 'main', stage: 'template' },
    { signal: 'SIGHUP', victim: 'group', stage: 'clean-up' },
    { signal: 'SIGKILL', victim: 'main', stage: 'start' },
    { signal: 'SIGKILL', victim: 'worker', stage: 'test' },
    { signal: 'SIGKILL', victim: 'group', stage: 'test' },
    { signal: 'SIGKILL', victim: 'supervisor', stage: 'test' },
  ];
}

function cases(among: readonly Victim[]): KillCase[] {
  return signals.flatMap((signal) =>
    among.flatMap((victim) => stages.map((stage) => ({ signal, victim, stage }))),
  );
}
