import { promiseStates } from '../board.ts';
import { escapeHtml } from './escape.ts';
import type { Totals } from '../totals.ts';
import type { Progress } from './page-data.ts';
import { testedShare } from '../totals.ts';

const height = 100;
const [columnWidth, gap] = [10, 2];
/** From the bottom of a column to its top. */
const stacked = promiseStates.toReversed();

/** Draws the totals after each run as a column. Returns nothing until there are two runs to compare. */
export function progressChart(progress: readonly Progress[]): string {
  const [first, last] = [progress.at(0), progress.at(-1)];
  if (first === undefined || last === undefined || progress.length < 2) return '';
  const top = Math.max(1, ...progress.map(({ totals }) => sum(totals)));
  const columns = progress.map((run, index) => column(run, index, height / top));
  const label = `Tested promises: ${share(first)} at first, ${share(last)} now`;
  return `<figure class="progress">
<figcaption>The last ${progress.length} runs</figcaption>
<svg viewBox="0 0 ${progress.length * columnWidth - gap} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">
${columns.join('\n')}
</svg>
<div class="axis">${time(first)}${time(last)}</div>
</figure>`;
}

function column({ at, totals }: Progress, index: number, scale: number): string {
  let y = height;
  const parts = stacked.filter((state) => totals[state] > 0);
  const bars = parts.map((state) => {
    const size = totals[state] * scale;
    y -= size;
    return `<rect class="mark ${state}" x="${index * columnWidth}" y="${round(y)}" width="${columnWidth - gap}" height="${round(size)}"/>`;
  });
  const counts = parts.toReversed().map((state) => `${totals[state]} ${state}`);
  return `<g><title>${escapeHtml(day(at))}: ${counts.join(', ')}</title>${bars.join('')}</g>`;
}

function share({ totals }: Progress): string {
  const { tested, expected } = testedShare(totals);
  return `${tested} of ${expected}`;
}

function time({ at }: Progress): string {
  return `<time datetime="${escapeHtml(at)}">${escapeHtml(day(at))}</time>`;
}

function day(at: string): string {
  return at.slice(0, 10);
}

function sum(totals: Totals): number {
  return Object.values(totals).reduce((total, count) => total + count, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
