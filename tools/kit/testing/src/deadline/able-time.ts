import type { MachineLoad } from './machine-load.ts';

/**
 * Returns the time between two measurements in which a test could have run, in milliseconds. Time on a processor
 * counts in full, and time waiting for one does not count. While the test waits for other programs, the machine's
 * pressure is the share of the time in which they lacked a processor.
 */
export function ableTime(from: MachineLoad, to: MachineLoad): number {
  const elapsed = to.at - from.at;
  const ran = within(to.ran - from.ran, elapsed);
  const queued = within(to.queued - from.queued, elapsed - ran);
  const waited = elapsed - ran - queued;
  return ran + waited * (1 - pressureBetween(from, to, ran, queued));
}

function pressureBetween(from: MachineLoad, to: MachineLoad, ran: number, queued: number): number {
  const elapsed = to.at - from.at;
  // Without a measure, assumes that other programs waited as long as this thread.
  if (to.pressure.length === 0) return ran + queued === 0 ? 0 : queued / (ran + queued);
  const shares = to.pressure.map((total, index) => (total - (from.pressure[index] ?? total)) / elapsed);
  return within(Math.max(...shares), 1);
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), Math.max(most, 0));
}
