import type { FileEntry } from './file-entry.ts';

const signs = { add: '+', refresh: '~', remove: '-', leave: ' ' } as const;

/** Renders the files as a table with a line of totals; `shown` limits the rows. */
export function showEntries(entries: readonly FileEntry[], shown = entries): string {
  const rows = shown.map(({ action, state, about, file, traits = [] }) => [
    signs[action],
    state,
    about,
    file,
    traits.length > 0 ? `traits: ${traits.join(', ')}` : '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', sumsOf(entries)].join('\n');
}

export function entriesAsJson(entries: readonly FileEntry[]): string {
  return JSON.stringify(entries, null, 2);
}

/** `2 to add, 0 to refresh, 0 to remove; 3 same, 4 yours`. */
export function sumsOf(entries: readonly FileEntry[]): string {
  const count = (test: (entry: FileEntry) => boolean) => entries.filter(test).length;
  const actions = (['add', 'refresh', 'remove'] as const).map(
    (action) => `${count((entry) => entry.action === action)} to ${action}`,
  );
  const states = (['same', 'yours', 'orphaned'] as const)
    .map((state) => ({ state, number: count((entry) => entry.state === state && entry.action === 'leave') }))
    .filter(({ number }) => number > 0)
    .map(({ state, number }) => `${number} ${state}`);
  return [actions.join(', '), states.join(', ')].filter(Boolean).join('; ');
}
