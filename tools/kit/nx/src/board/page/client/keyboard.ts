import { byId } from './create-element.ts';

interface Actions {
  /** Renders more rows. Returns false if there are none. */
  readonly more: () => boolean;
  /** Closes what is open, or clears the filter. */
  readonly escape: () => void;
}

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Moves through the rows, to the search and out of the detail by keys. */
export function listenToKeys({ more, escape }: Actions): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    if (key === 'Escape' && !isChoosing(target)) escape();
    else if (key === '/' && !isTyping(target)) byId('filter').querySelector('input')?.focus();
    else if (steps[key] !== undefined && mayMove(key, target)) move(steps[key], more);
    else return;
    event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (target as Element).matches('input, select');
}

/** In a list of choices, keys belong to the list. */
function isChoosing(target: EventTarget | null): boolean {
  return (target as Element).matches('select');
}

/** Arrows scroll the detail and choose in a list; from the search field, an arrow leads to the rows. */
function mayMove(key: string, target: EventTarget | null): boolean {
  const element = target as Element;
  if (element.matches('input')) return key === 'ArrowDown';
  return !isChoosing(target) && !(key.startsWith('Arrow') && element.closest('#detail'));
}

function move(step: number, more: () => boolean): void {
  const buttons = rowButtons();
  const isCurrent = (button: HTMLElement) =>
    button === document.activeElement || (!isInRows() && button.ariaCurrent === 'true');
  const current = buttons.findIndex(isCurrent);
  const wanted = current < 0 ? 0 : current + step;
  const next = buttons[wanted] ?? (step > 0 && more() ? rowButtons()[wanted] : undefined);
  next?.focus();
}

function isInRows(): boolean {
  return byId('rows').contains(document.activeElement);
}

function rowButtons(): HTMLElement[] {
  return [...byId('rows').querySelectorAll('button')];
}
