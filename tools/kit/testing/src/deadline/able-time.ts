import type { MachineLoad } from './machine-load.ts';

/**
 * The part of the time between two looks in which a test could have run, in milliseconds. What the thread itself ran counts in
 * full, what it waited for a processor not at all. While it waits for other programs, those lack a processor for the share of
 * the time that the machine's pressure says.
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
  // without a source, others are taken to fare as this thread did
  if (to.pressure.length === 0) return ran + queued === 0 ? 0 : queued / (ran + queued);
  const shares = to.pressure.map((total, index) => (total - (from.pressure[index] ?? total)) / elapsed);
  return within(Math.max(...shares), 1);
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), Math.max(most, 0));
}
