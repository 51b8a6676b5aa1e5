import { dirname, relative } from 'node:path/posix';
import { renderSuites } from './render-suites.ts';
import type { RenderedTest } from '../../model/rendered-test.ts';

/** A whole new test file. Tests come from the component's fixtures where it has some. */
export function renderFile(
  path: string,
  tests: readonly RenderedTest[],
  fixtures: string | undefined,
): string {
  const imports =
    fixtures === undefined
      ? "import { describe, test } from 'vitest';"
      : `import { describe } from 'vitest';\n${fixturesImport(path, fixtures, 'test')}`;
  return `${imports}\n\n${renderSuites(tests)}\n`;
}

/** The import of `test`: from the component's fixtures, else from Vitest. */
export function fixturesImport(path: string, fixtures: string | undefined, names: string): string {
  if (fixtures === undefined) return `import { ${names} } from 'vitest';`;
  const from = relative(dirname(path), fixtures);
  return `import { ${names} } from '${from.startsWith('.') ? from : `./${from}`}';`;
}
