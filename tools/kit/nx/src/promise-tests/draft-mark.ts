import { createHash } from 'node:crypto';

const mark = /^[^\S\n]*\*[^\S\n]*@draft[^\S\n]+([0-9a-f]{8})[^\S\n]*\r?\n/m;

/** Adds `@draft` and a hash of the test to its comment. The hash matches until a person edits the test. */
export function withDraftMark(test: string): string {
  return test.replace(
    /^([^\S\n]*)\*\/$/m,
    (end, indent: string) => `${indent}* @draft ${hashOf(test)}\n${end}`,
  );
}

/** Returns the hash of an unedited test. Formatting makes no difference; `undefined` if a person edited the test. */
export function intactDraft(test: string): string | undefined {
  const hash = mark.exec(test)?.[1];
  return hash === hashOf(test.replace(mark, '')) ? hash : undefined;
}

/**
 * Hashes a test without its callee and without everything that formatters change: white space, quotes, parentheses
 * around one parameter, trailing commas and semicolons.
 */
function hashOf(test: string): string {
  const folded = test
    .replace(/^[^\S\n]*\w+(?=\.todo\(|\()/m, 'test')
    .replace(/^[^\S\n]*\*(?!\/)/gm, '')
    .replace(/\((\w+)\)\s*=>/g, '$1=>')
    .replace(/\s+/g, '')
    .replaceAll('\\', '')
    .replace(/['"`]/g, '')
    .replace(/[,;]+(?=[)\]}]|$)/g, '')
    .replaceAll(';', '');
  return createHash('sha256').update(folded).digest('hex').slice(0, 8);
}
