import { byId } from './create-element.ts';
import type { Row } from './rows.ts';

const chunk = 60;
/** Distance below the window, in pixels, within which rows are rendered. */
const nearby = 600;

/** The rows of the table, of which only those near the window are rendered: the rest follows while you scroll. */
export class LazyRows {
  readonly #render: (row: Row) => HTMLTableRowElement;
  readonly #body = byId<HTMLTableSectionElement>('rows');
  readonly #end = byId('more');
  readonly #observer: IntersectionObserver;
  #rows: readonly Row[] = [];
  #rendered = 0;

  constructor(render: (row: Row) => HTMLTableRowElement) {
    this.#render = render;
    this.#observer = new IntersectionObserver(
      (changes) => changes.some(({ isIntersecting }) => isIntersecting) && this.#renderNearby(),
      { rootMargin: `${nearby}px` },
    );
  }

  /** Replaces the rows. At least as many are rendered as before, so that the page keeps its place. */
  show(rows: readonly Row[], keep = false): void {
    const count = keep ? Math.max(chunk, this.#rendered) : chunk;
    this.#rows = rows;
    this.#rendered = 0;
    this.#body.replaceChildren();
    this.renderMore(count);
    this.#observer.disconnect();
    this.#observer.observe(this.#end);
  }

  /** Returns false if all rows are rendered. */
  renderMore(count = chunk): boolean {
    const next = this.#rows.slice(this.#rendered, this.#rendered + count);
    this.#body.append(...next.map(this.#render));
    this.#rendered += next.length;
    return next.length > 0;
  }

  /** The observer reports a change only, so a chunk that leaves the end in sight is followed by another. */
  #renderNearby(): void {
    while (this.#end.getBoundingClientRect().top < innerHeight + nearby && this.renderMore());
  }
}
