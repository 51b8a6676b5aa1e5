/** When in a run the signal comes. */
export const stages = ['start', 'template', 'test', 'clean-up'] as const;
export type Stage = (typeof stages)[number];

/** Who gets it: the run's main process, its worker, both as one group (a closed terminal), or the server's supervisor. */
export const victims = ['main', 'worker', 'group', 'supervisor'] as const;
export type Victim = (typeof victims)[number];

export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const;
export type Signal = (typeof signals)[number];

export interface KillCase {
  readonly signal: Signal;
  readonly victim: Victim;
  readonly stage: Stage;
}

/** Every signal × victim × stage that there is: a worker exists only while tests run. */
export function allKillCases(): KillCase[] {
  return signals.flatMap((signal) =>
    victims.flatMap((victim) => stages.map((stage) => ({ signal, victim, stage })).filter(exists)),
  );
}

/** Each signal, victim and stage at least once. */
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

function exists({ victim, stage }: KillCase): boolean {
  return victim !== 'worker' || stage === 'test' || stage === 'clean-up';
}
