import { createHash } from 'node:crypto';

const mark = /^[^\S\n]*\*[^\S\n]*@draft[^\S\n]+([0-9a-f]{8})[^\S\n]*\r?\n/m;

/** Puts `@draft` and a hash of the test into its comment: while the hash fits, nobody has edited the test. */
export function withDraftMark(test: string): string {
  return test.replace(
    /^([^\S\n]*)\*\/$/m,
    (end, indent: string) => `${indent}* @draft ${hashOf(test)}\n${end}`,
  );
}

/** The hash of a test that is as it was generated, apart from its formatting; nothing where somebody edited it. */
export function intactDraft(test: string): string | undefined {
  const hash = mark.exec(test)?.[1];
  return hash === hashOf(test.replace(mark, '')) ? hash : undefined;
}

/** Blind to what the file calls `test`, and to what formatters change: white space, quotes, parentheses around one parameter, commas and semicolons at the ends. */
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
