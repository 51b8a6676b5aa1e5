import { basename, dirname, relative } from 'node:path/posix';
import type { Contract } from '../../../../../contract-model/index.ts';
import { nameForms } from '../../../../lib/name-forms.ts';
import { packageNameOf } from '../../../../lib/workspace-packages.ts';
import { suiteSubject } from '../../model/suite-file.ts';
import { nameSuite } from './name-suite.ts';
import { fixturesImport } from './render-spec-file.ts';
import type { RenderedTest } from '../../model/rendered-test.ts';
import { renderSuites } from './render-suites.ts';
import type { WriteContext } from '../../model/write-context.ts';

/** A suite that takes its subject, so that it proves every implementation of the contract. */
export function renderContractSuite(
  path: string,
  suite: string,
  tests: readonly RenderedTest[],
  context: WriteContext,
): string {
  const { planned } = firstOf(tests);
  return `${contractImport(planned.contract, context)}
import { describe } from 'vitest';
${fixturesImport(path, context.library.fixturesFile, 'test as base')}

${headOf(planned.contract, suite)}
  const test = base.extend('${suiteSubject}', () => create());

  describe(\`\${name} is a ${planned.contract.name}\`, () => {
    ${renderSuites(tests).replaceAll('\n', '\n    ')}
  });
}
`;
}

/** The suite of which others are the parts. */
export function renderWholeSuite(
  path: string,
  parts: readonly string[],
  tests: readonly RenderedTest[],
  context: WriteContext,
): string {
  const { contract } = firstOf(tests).planned;
  const suites = parts.map((part) => ({
    name: nameSuite(part.replace(/(?:\.promises.*)?\.suite\.ts$/, ''), context.folder),
    from: `./${relative(dirname(path), part)}`,
  }));
  return `${contractImport(contract, context)}
${suites.map(({ name, from }) => `import { ${name} } from '${from}';`).join('\n')}

${headOf(contract, nameSuite(path.replace(/(?:\.promises.*)?\.suite\.ts$/, ''), context.folder))}
${suites.map(({ name }) => `  ${name}(name, create);`).join('\n')}
}
`;
}

/** The call of the suite for what the app makes, where there is one by the usual name. */
export function renderContractSpec(
  path: string,
  suite: string,
  tests: readonly RenderedTest[],
  context: WriteContext,
): string {
  const { className } = nameForms(firstOf(tests).planned.contract.name);
  const factory = `create${className}`;
  const suiteImport = `import { ${suite} } from './${basename(path)}';`;
  const index = context.tree.read(`libs/${context.component}/app/src/index.ts`, 'utf-8') ?? '';
  if (new RegExp(`\\b${factory}\\b`).test(index)) {
    return `import { ${factory} } from '${packageOf(context, 'app')}';\n${suiteImport}\n\n${suite}('${factory}', () => ${factory}());\n`;
  }
  return `import { describe, test } from 'vitest';\n\ndescribe('${className}', () => {\n  test.todo('is proved by ${suite}: call it here for each implementation');\n});\n`;
}

function headOf(contract: Contract, suite: string): string {
  const type = typeOf(contract);
  return `/** Proves whatever claims to be a ${contract.name}: takes its name, and a way to make a new one for each test. */
export function ${suite}(name: string, create: () => ${type} | Promise<${type}>): void {`;
}

function contractImport({ name }: Contract, context: WriteContext): string {
  return `import type { ${name.split('.')[0] ?? ''} } from '${packageOf(context, 'contract')}';`;
}

function firstOf(tests: readonly RenderedTest[]): RenderedTest {
  const [first] = tests;
  if (!first) throw new Error('A suite needs a test.');
  return first;
}

function typeOf({ name, kind, typeParameters }: Contract): string {
  if (kind === 'function') return `typeof ${name}`;
  const required = typeParameters.filter((parameter) => !parameter.includes('='));
  return required.length === 0 ? name : `${name}<${required.map(() => 'never').join(', ')}>`;
}

function packageOf({ tree, component }: WriteContext, library: 'contract' | 'app'): string {
  return packageNameOf(tree, `libs/${component}/${library}`);
}
