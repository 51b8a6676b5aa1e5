import type { GuardProblem } from '../guard-problem.ts';
import { captureStack, type Origin, originOf } from '../origin.ts';
import type { GuardRecord } from '../record.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import type { StateCheck } from './state-check.ts';

type Listener = (...args: unknown[]) => void;

const known = oncePerWorker('listeners', () => {
  const found = { origins: new WeakMap<object, Error>(), version: 0 };
  process.on('newListener', (_event, listener: object) => {
    found.version += 1;
    found.origins.set(listener, captureStack());
  });
  process.on('removeListener', () => {
    found.version += 1;
  });
  return found;
});

/** Checks listeners on `process`, which would be called during the tests of other files. */
export const listeners: StateCheck = () => {
  const { version } = known;
  const before = takeAll();
  return (record) => {
    if (version === known.version) return [];
    const now = takeAll();
    const added = now.filter((entry) => !before.some((old) => isSame(entry, old)));
    const removed = before.filter((entry) => !now.some((current) => isSame(entry, current)));
    for (const [event, listener] of removed) process.on(event, listener);
    for (const [event, listener] of added.filter((entry) => isOfRenewed(entry, record)))
      process.off(event, listener);
    return [
      ...added.filter(([, listener]) => isBlamed(listener, record)).map(takeAway),
      ...removed.map(([event]) => ({
        what: `removed another listener for the process event ${String(event)}`,
        fix: 'Remove your own listener only: `process.off(event, listener)`.',
      })),
    ];
  };
};

function takeAll(): [string | symbol, Listener][] {
  return process
    .eventNames()
    .flatMap((event) =>
      process
        .rawListeners(event as 'exit')
        .map((listener): [string | symbol, Listener] => [event, listener as Listener]),
    );
}

function isSame(a: readonly [unknown, unknown], b: readonly [unknown, unknown]): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/**
 * Returns whether a module of the workspace added it while being loaded. Such a listener ends with the file, because
 * the next file loads the module again.
 */
function isOfRenewed([, listener]: readonly [unknown, Listener], record: GuardRecord): boolean {
  return record.file === undefined && byWhom(listener, record) === 'renewed module';
}

function byWhom(listener: Listener, { filepath }: GuardRecord): Origin {
  const origin = known.origins.get(innerOf(listener));
  return origin ? originOf(origin, filepath) : 'own';
}

function isBlamed(listener: Listener, record: GuardRecord): boolean {
  const { rules } = record;
  const by = byWhom(listener, record);
  return by === 'own' || (by === 'dependency' && rules.dependencies);
}

function takeAway([event, listener]: [string | symbol, Listener]): GuardProblem {
  process.off(event, listener);
  return {
    what: `left a listener for the process event ${String(event)}`,
    fix: 'Remove it: `onTestFinished(() => process.off(event, listener))`.',
    origin: known.origins.get(innerOf(listener)),
  };
}

/** Returns the original listener: `once` wraps it. */
function innerOf(listener: Listener & { listener?: Listener }): Listener {
  return listener.listener ?? listener;
}
