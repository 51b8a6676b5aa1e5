import { dirname, relative } from 'node:path/posix';
import { type Rendered, renderSuites } from './render-suites.ts';

/** A whole new test file. Tests come from the component's fixtures where it has some. */
export function renderFile(path: string, tests: readonly Rendered[], fixtures: string | undefined): string {
  return `${importsOf(path, fixtures)}\n\n${renderSuites(tests)}\n`;
}

function importsOf(path: string, fixtures: string | undefined): string {
  if (fixtures === undefined) return "import { describe, test } from 'vitest';";
  const from = relative(dirname(path), fixtures);
  return `import { describe } from 'vitest';\nimport { test } from '${from.startsWith('.') ? from : `./${from}`}';`;
}
