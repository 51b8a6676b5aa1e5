import type { PlanEntry } from './plan-entry.ts';

const signs = { add: '+', refresh: '~', remove: '-', accept: '=', leave: ' ' } as const;

/** Renders the plan as a table, with contracts that lack promises and a line of totals; `shown` limits the rows. */
export function showPlan(plan: readonly PlanEntry[], silent: readonly string[], shown = plan): string {
  const rows = shown.map((entry) => [signs[entry.action], stateOf(entry), entry.id, entry.test?.file ?? '']);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0), 0));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const note = silent.length === 0 ? [] : [`Contracts without promises: ${silent.join(', ')}`];
  return [...lines, '', ...note, sumsOf(plan)].join('\n');
}

/** Renders the plan as JSON. */
export function planAsJson(plan: readonly PlanEntry[]): string {
  const entries = plan.map(({ id, state, action, isStale, test, planned }) => ({
    promise: id,
    state,
    action,
    stale: isStale,
    revision: planned?.promise.revision ?? null,
    category: planned?.category ?? null,
    file: test?.file ?? null,
  }));
  return JSON.stringify(entries, null, 2);
}

/** `3 to add, 1 to refresh, 0 to remove; 2 written, 1 edited, 1 stale, 1 orphaned`. */
export function sumsOf(plan: readonly PlanEntry[]): string {
  const count = (test: (entry: PlanEntry) => boolean) => plan.filter(test).length;
  const accepted = count(({ action }) => action === 'accept');
  const actions = [
    `${count(({ action }) => action === 'add')} to add`,
    `${count(({ action }) => action === 'refresh')} to refresh`,
    `${count(({ action }) => action === 'remove')} to remove`,
    ...(accepted > 0 ? [`${accepted} to accept`] : []),
  ];
  const states = (['written', 'planned', 'edited', 'waived', 'orphaned'] as const)
    .map((state) => ({ state, number: count((entry) => entry.state === state) }))
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => `${number} ${state}`);
  const stale = count(({ isStale }) => isStale);
  return [actions.join(', '), [...states, ...(stale > 0 ? [`${stale} stale`] : [])].join(', ')]
    .filter(Boolean)
    .join('; ');
}

function stateOf({ state, isStale }: PlanEntry): string {
  return isStale ? `${state}, stale` : state;
}
