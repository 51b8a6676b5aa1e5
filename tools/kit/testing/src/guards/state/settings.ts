import { isBuiltin } from 'node:module';
import type { GuardProblem } from '../guard-problem.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { onSharedModule } from '../vitest-worker.ts';
import { namedBy } from './named-in-code.ts';
import type { Setting } from './setting.ts';
import { settingsOfNode, settingsOfProcess } from './settings-of-node.ts';
import { settingsOfPackage } from './settings-of-packages.ts';
import { quote, type StateCheck } from './state-check.ts';

interface WatchedSetting {
  readonly setting: Setting;
  value: unknown;
}

/** Compares settings of the process, of Node's modules and of packages at the end of a file. */
export const settings: StateCheck = () => {
  const watched = oncePerWorker('settings', watchSettings);
  return (record) =>
    watched.flatMap((each) => {
      const { setting, value } = each;
      const now = setting.read();
      if (setting.isSame(value, now)) return [];
      const by = namedBy(record, setting.word);
      if (by === undefined) each.value = now;
      else setting.write(value);
      return by === 'test file' ? [problemOf(setting, value, now)] : [];
    });
};

/** Watches settings of the process from the beginning, and those of a module as soon as it is loaded. */
function watchSettings(): WatchedSetting[] {
  const watched: WatchedSetting[] = [];
  const add = (settings: readonly Setting[]) =>
    void watched.push(...settings.map((setting) => ({ setting, value: setting.read() })));
  const known = new Set<string>();
  add(settingsOfProcess);
  onSharedModule((id, exports) => {
    if (!known.has(id)) add(isBuiltin(id) ? settingsOfNode(id) : settingsOfPackage(id, exports));
    known.add(id);
  });
  return watched;
}

function problemOf({ name, isShown }: Setting, old: unknown, now: unknown): GuardProblem {
  const how = isShown ? ` from ${quote(old)} to ${quote(now)}` : '';
  return {
    what: `left ${name} changed${how}`,
    fix: 'Restore it in `onTestFinished`, or pass the setting as a parameter.',
  };
}
