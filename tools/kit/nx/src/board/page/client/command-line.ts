import { create } from './create-element.ts';

/** A command with a button that copies it. */
export function commandLine(command: string): HTMLElement {
  const code = create('code', { tabindex: 0 }, command);
  const button = create('button', { 'aria-label': `Copy ${command}` }, 'Copy');
  const status = create('span', { class: 'visually-hidden', role: 'status' });
  const report = (isCopied: boolean): void => {
    button.textContent = isCopied ? 'Copied' : 'Selected';
    status.textContent = button.textContent;
  };
  button.addEventListener('click', () => void copy(command, code).then(report));
  return create('div', { class: 'command' }, code, button, status);
}

/** Copies a text, or selects it where the browser does not let a page copy. */
async function copy(text: string, element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
