import { loadReader, type MachineLoad, realTime } from './machine-load.ts';

/** The measurements of the machine that a deadline needs. */
export interface Machine {
  /** Milliseconds of a clock that nothing stops. */
  readonly time: () => number;
  readonly presentLoad: () => MachineLoad;
  /** The load a moment ago. Thousands of tests per second share one measurement. */
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
