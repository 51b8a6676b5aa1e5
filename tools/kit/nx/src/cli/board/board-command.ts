import type { Board, BoardPromise } from '../../board/board.ts';
import { exceededLimits } from '../../board/gate.ts';
import { readBoard, withEarlierWordings } from '../../board/read-board.ts';
import { renderAnnotations } from '../../board/render/render-annotations.ts';
import { renderJson } from '../../board/render/render-json.ts';
import { renderJunit } from '../../board/render/render-junit.ts';
import { renderMarkdown } from '../../board/render/render-markdown.ts';
import { renderRelease } from '../../board/render/render-release.ts';
import { renderTable } from '../../board/render/render-table.ts';
import { changesSinceRelease } from '../../board/release.ts';
import { type Change, changeSince } from '../../board/touched.ts';
import { promisesOf } from '../../board/totals.ts';
import { type BoardOptions, type Format, readOptions, usage } from './read-options.ts';
import { writeBoard } from './write-board.ts';

/** Runs `npm run board`. Returns the exit code: 1 if `--check` finds more promises in a state than allowed. */
export async function boardCommand(root: string, args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) console.log(usage);
    else if (options.accept !== undefined) await accept(root, options.accept);
    else if (options.release !== undefined) await showRelease(root, options.release);
    else return await show(root, options);
    return 0;
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
}

async function show(root: string, options: BoardOptions): Promise<number> {
  const { board: joined, runs } = await readBoard(root);
  const board = await withEarlierWordings(root, joined);
  const change = options.since === undefined ? undefined : await changeSince(root, options.since, board);
  const page = writeBoard(root, { board, runs });
  const shown = select(board, options, change);
  process.stdout.write(`${renderers[options.format](shown, change)}\n`);
  if (options.format === 'table') console.log(`\nPage: ${page}`);
  if (!options.check) return 0;
  const exceeded = exceededLimits(promisesOf(shown), options.limits);
  for (const line of exceeded) console.error(`✗ ${line}`);
  return exceeded.length === 0 ? 0 : 1;
}

async function showRelease(root: string, release: string): Promise<void> {
  const { board } = await readBoard(root);
  console.log(renderRelease(await changesSinceRelease(root, release, board), release));
}

const renderers: Readonly<Record<Format, (board: Board, change?: Change) => string>> = {
  table: renderTable,
  json: renderJson,
  markdown: (board, change) => renderMarkdown(promisesOf(board), change),
  junit: renderJunit,
  github: (board) => renderAnnotations(promisesOf(board)),
};

/** Leaves the promises that the options ask for. */
function select({ components }: Board, options: BoardOptions, change: Change | undefined): Board {
  const { component, states } = options;
  const named = components.filter(({ name }) => component === undefined || name === component);
  if (named.length === 0) throw new Error(unknownComponent(component ?? '', components));
  const touched = change && new Set(change.touched.map(({ promise }) => promise.id));
  const isShown = ({ id, state }: BoardPromise) =>
    (states.length === 0 || states.includes(state)) && (touched === undefined || touched.has(id));
  return {
    components: named
      .map(({ name, promises }) => ({ name, promises: promises.filter(isShown) }))
      .filter(({ promises }) => promises.length > 0 || states.length === 0),
  };
}

function unknownComponent(name: string, components: Board['components']): string {
  const names = components.map((component) => component.name).join(', ');
  return `There is no component ${JSON.stringify(name)}. Expected one of: ${names}. To create it: npx nx g component ${name}`;
}

async function accept(root: string, id: string): Promise<void> {
  const board = await withEarlierWordings(root, (await readBoard(root)).board);
  const promise = promisesOf(board).find((each) => each.id === id);
  if (promise === undefined)
    throw new Error(`There is no promise ${JSON.stringify(id)}. List them: npm run board`);
  const { before, text, signature } = promise;
  if (!promise.tests.some(({ isStale }) => isStale)) {
    console.log(`${id} is ${promise.state}: no test of it is stale. Nothing was written.`);
    return;
  }
  console.log(`before: ${before ? wordingOf(before) : 'not in the last commits of its contract'}`);
  console.log(`now:    ${wordingOf({ text, signature })}`);
  // Loads the parser, which takes longer than the board.
  const { acceptTests } = await import('../../board/accept.ts');
  for (const file of acceptTests(root, promise)) console.log(`accepted in ${file}`);
}

function wordingOf({ text, signature }: { readonly text: string; readonly signature: string }): string {
  return signature === '' ? text : `${text}\n        ${signature}`;
}
