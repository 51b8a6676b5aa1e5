import type { GuardProblem } from '../guard-problem.ts';
import { isTimerOfNode, lineOf, originOf } from '../origin.ts';
import { type GuardRecord, outlive, type Resource } from '../record.ts';
import { describeHandle } from './describe-handle.ts';
import { endHandle, isOpen } from './handles.ts';

/** How often, and at which interval in milliseconds, to check again whether a resource has closed. */
const grace = { looks: 10, ms: 5 };
const realTimeout = globalThis.setTimeout;

/** Ends the timers that a record left running, and returns those that count as its problems. */
export function leftTimers(record: GuardRecord): GuardProblem[] {
  return left(record, (resource) => resource.type === 'Timeout');
}

/**
 * Ends servers, sockets, child processes and the like, after giving them some time to finish closing, and returns the
 * problems.
 */
export async function leftHandles(record: GuardRecord): Promise<GuardProblem[]> {
  const isHandle = (resource: Resource) => resource.type !== 'Timeout';
  for (let look = 0; look < grace.looks && some(record, isHandle); look += 1) {
    await outlive(() => new Promise((resolve) => realTimeout(resolve, grace.ms)));
  }
  return left(record, isHandle);
}

/** Passes a test's handles on to its file, which is checked at its end. */
export function handOver(record: GuardRecord, file: GuardRecord): void {
  for (const [id, resource] of record.resources) {
    if (isOpen(resource)) file.resources.set(id, { ...resource, by: record.subject });
  }
}

/** Ends all resources of a record without reporting them. */
export function endResources(record: GuardRecord): void {
  left(record, () => true);
}

function left(record: GuardRecord, wanted: (resource: Resource) => boolean): GuardProblem[] {
  const problems = new Map<string, GuardProblem>();
  for (const [id, resource] of record.resources) {
    if (!wanted(resource) || !isOpen(resource) || isTolerated(resource, record)) continue;
    const line = lineOf(resource.origin);
    if (!problems.has(line) && !isOfRenewed(resource, record)) problems.set(line, problemOf(resource));
    endHandle(resource);
    record.resources.delete(id);
  }
  return [...problems.values()];
}

function some(record: GuardRecord, wanted: (resource: Resource) => boolean): boolean {
  for (const resource of record.resources.values()) {
    if (wanted(resource) && isOpen(resource) && !isTolerated(resource, record)) return true;
  }
  return false;
}

function problemOf(resource: Resource): GuardProblem {
  const { what, fix } = describeHandle(resource);
  const by = resource.by === undefined ? '' : `, by ${resource.by}`;
  return { what: what + by, fix, origin: resource.origin };
}

/**
 * Returns whether a module of the workspace created it while being loaded. Such a resource ends with the file,
 * because the next file loads the module again.
 */
function isOfRenewed({ origin }: Resource, { filepath }: GuardRecord): boolean {
  return originOf(origin, filepath) === 'renewed module';
}

/**
 * Returns whether an open resource is acceptable. A connection that Node itself created is the far end of one whose
 * client or server is checked.
 */
function isTolerated({ type, origin, handle }: Resource, { filepath, rules, file }: GuardRecord): boolean {
  if (type === 'Timeout' && isTimerOfNode(origin)) return true;
  const by = originOf(origin, filepath);
  if (by === 'node') return type === 'TCPWRAP' || type === 'PIPEWRAP';
  if (by === 'renewed module') return file !== undefined;
  if (by !== 'dependency') return by !== 'own';
  return !rules.dependencies || !(handle as { hasRef?: () => boolean }).hasRef?.();
}
