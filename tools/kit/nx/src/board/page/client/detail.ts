import type { BoardPromise, Wording } from '../../board.ts';
import type { PageData } from '../page-data.ts';
import { commandLine } from './command-line.ts';
import { create } from './create-element.ts';
import { testList } from './detail-tests.ts';
import { editorLink } from './editor-link.ts';
import type { Entry } from './entries.ts';
import { nextStep } from './next-step.ts';
import { stateCell } from './signs.ts';
import { type Part, wordDifference } from './word-difference.ts';

/** Everything about one promise. */
export function detail({ component, promise }: Entry, data: PageData): Node[] {
  const { advice, command } = nextStep(promise, component);
  return [
    create('button', { class: 'plain close', 'data-close': true, 'aria-label': 'Close' }, '✕'),
    create('p', { class: 'state' }, stateCell(promise.state), promise.state),
    create('h2', { tabindex: -1, dir: 'auto' }, promise.text),
    create('p', {}, create('code', {}, create('bdi', {}, promise.id))),
    ...(promise.place ? [create('p', {}, editorLink(data.root, promise.place))] : []),
    create('div', { class: 'advice' }, create('p', {}, advice), ...(command ? [commandLine(command)] : [])),
    ...section('Not tested because', promise.waiver && create('p', { dir: 'auto' }, promise.waiver)),
    ...(promise.before ? change(promise, promise.before) : []),
    ...section(
      'Signature',
      promise.signature && !promise.before && create('pre', { tabindex: 0 }, promise.signature),
    ),
    ...section('Mutants', mutants(promise)),
    ...section('Tests', promise.tests.length > 0 && testList(promise, data)),
  ];
}

function section(title: string, content: Node | string | false | undefined): Node[] {
  return content ? [create('h3', {}, title), content as Node] : [];
}

/** Shows the words and the signature before and after the change, with the differing words marked. */
function change(now: Wording, before: Wording): Node[] {
  const pairs = [
    ['Words', before.text, now.text],
    ['Signature', before.signature, now.signature],
  ] as const;
  return pairs.flatMap(([title, old, current]) => {
    if (old === current && title === 'Words') return [];
    return section(
      title,
      old === current ? create('pre', { tabindex: 0 }, current) : comparison(old, current),
    );
  });
}

function comparison(before: string, after: string): HTMLElement {
  const parts = wordDifference(before, after);
  return create(
    'dl',
    { class: 'comparison' },
    create('dt', {}, 'accepted'),
    create('dd', { dir: 'auto' }, ...marked(parts, 'removed', 'del')),
    create('dt', {}, 'now'),
    create('dd', { dir: 'auto' }, ...marked(parts, 'added', 'ins')),
  );
}

function marked(parts: readonly Part[], change: Part['change'], name: 'del' | 'ins'): (Node | string)[] {
  return parts
    .filter((part) => part.change === 'same' || part.change === change)
    .map(({ text, change: own }) => (own === change ? create(name, {}, text) : text));
}

function mutants({ mutants: count }: BoardPromise): HTMLElement | undefined {
  if (!count) return undefined;
  const { killed, survived } = count;
  const bar = create('span', { class: 'bar', 'aria-hidden': 'true' }, create('i', { class: 'passed' }));
  (bar.firstElementChild as HTMLElement).style.width = `${(100 * killed) / Math.max(1, killed + survived)}%`;
  return create('p', { class: 'mutants' }, `${killed} killed, ${survived} survived`, bar);
}
