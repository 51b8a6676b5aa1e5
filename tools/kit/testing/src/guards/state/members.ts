import { isBuiltin, syncBuiltinESMExports } from 'node:module';
import { vi } from 'vitest';
import { packageName } from '../../worker/package-name.ts';
import type { GuardProblem } from '../guard-problem.ts';
import { isHook } from '../hooks.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { isObject, onSharedModule } from '../vitest-worker.ts';
import { namedBy } from './named-in-code.ts';
import { quote, type StateCheck } from './state-check.ts';
import { type MemberChange, WatchedObjects } from './watched-objects.ts';

const replaced = 'Use `vi.spyOn` and restore the spy, or pass a double as a parameter.';
const set = 'Restore it in `onTestFinished`, or pass the setting as a parameter.';

/** Compares members of globals, of Node's modules and of packages' exports at the end of a file. */
export const members: StateCheck = () => {
  const { objects } = oncePerWorker('members', watchSharedObjects);
  return (record) => {
    const problems: GuardProblem[] = [];
    let isPutBack = false;
    for (const change of objects.changes()) {
      if (vi.isMockFunction(change.now)) continue;
      const by = isHook(change.now) ? undefined : namedBy(record, ...change.words);
      if (by === undefined) change.accept();
      else change.putBack();
      isPutBack ||= by !== undefined;
      if (by === 'test file') problems.push(problemOf(change));
    }
    if (isPutBack) syncBuiltinESMExports();
    return problems;
  };
};

/** Watches globals from the beginning, and a module as soon as it is loaded, before a test file can change it. */
function watchSharedObjects(): { readonly objects: WatchedObjects } {
  const objects = new WatchedObjects();
  const globals = Object.entries(Object.getOwnPropertyDescriptors(globalThis)).filter(
    ([name]) => !name.startsWith('_'),
  );
  const values = globals.map(([name, { value }]): [string, unknown] => [
    name,
    value === globalThis ? undefined : value,
  ]);
  objects.add({ ...Object.fromEntries(values), process }, '', 0);
  onSharedModule((id, exports) => {
    const owner = packageName(id);
    if (isBuiltin(id)) objects.add(moduleOfNode(id));
    else if (owner !== undefined && owner !== 'vitest') objects.add(membersOf(exports), owner);
  });
  return { objects };
}

function moduleOfNode(id: string): Record<string, unknown> {
  const name = id.replace(/^node:/, '');
  const module = process.getBuiltinModule(id);
  const behindGetters = ['globalAgent', 'promises'].map((key): [string, unknown] => [
    `${name}.${key}`,
    read(module, key),
  ]);
  return { [name === 'events' ? 'EventEmitter' : name]: module, ...Object.fromEntries(behindGetters) };
}

function membersOf(exports: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(exports).map((name) => [name === 'default' ? '' : name, read(exports, name)]),
  );
}

/** Returns undefined for an export that cannot be read yet. */
function read(exports: object | undefined, name: string): unknown {
  try {
    return exports && (Reflect.get(exports, name) as unknown);
  } catch {
    return undefined;
  }
}

function problemOf({ how, name, old, now }: MemberChange): GuardProblem {
  if (how === 'added') return { what: `left ${name} behind`, fix: set };
  if (how === 'removed') return { what: `removed ${name}`, fix: set };
  if (isObject(old) || isObject(now)) return { what: `replaced ${name}`, fix: replaced };
  return { what: `left ${name} changed from ${quote(old)} to ${quote(now)}`, fix: set };
}
