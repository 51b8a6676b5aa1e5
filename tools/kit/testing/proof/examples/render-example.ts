import type { Example } from './read-examples.ts';

/** Renders an example as a test file. An example that calls `test` itself stays at the top of the file. */
export function renderExample({ name, code = '' }: Example, exported: readonly string[]): string {
  const lines = code.split('\n');
  const imports = lines.filter((line) => line.startsWith('import '));
  const body = lines.filter((line) => !line.startsWith('import ')).join('\n');
  const used = exported.filter((each) => new RegExp(String.raw`(?<![.\w])${each}\b`).test(body));
  const isTest = /^\w*[tT]est\(/m.test(body);
  return [
    `import { expect${isTest ? '' : ', test as runExample'} } from 'vitest';`,
    ...(used.length > 0 ? [`import { ${used.join(', ')} } from '@vouch/testing';`] : []),
    ...imports,
    isTest ? body : `runExample('${name}', async () => {\n${body}\n});`,
    ...(body.includes('expect') ? [] : ['void expect;']),
  ].join('\n');
}
