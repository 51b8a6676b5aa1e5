import { loadReader, type MachineLoad, realTime } from './machine-load.ts';

/** What a deadline asks of the machine that it counts on. */
export interface Machine {
  /** Milliseconds on a clock that nothing stops. */
  readonly time: () => number;
  readonly presentLoad: () => MachineLoad;
  /** The load as it was a moment ago. Thousands of tests a second share one look, so that it costs none of them anything. */
  readonly recentLoad: () => MachineLoad;
}

const moment = 250;
let read: (() => MachineLoad) | undefined;
let last: MachineLoad | undefined;

export const thisMachine: Machine = {
  time: realTime,
  presentLoad,
  recentLoad: () => (last !== undefined && realTime() - last.at < moment ? last : presentLoad()),
};

function presentLoad(): MachineLoad {
  read ??= loadReader();
  return (last = read());
}
