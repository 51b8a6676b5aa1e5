import { basename } from 'node:path/posix';
import type { Contract } from '../../../../contract-model/index.ts';
import { wordsOf } from '../../../lib/words.ts';
import { packageNameOf } from '../../../lib/workspace-packages.ts';
import { fixturesImport } from './render-file.ts';
import { type Rendered, renderSuites } from './render-suites.ts';
import type { Workplace } from './workplace.ts';

/** A suite that takes its subject, so that it proves every implementation of the contract. */
export function renderContractSuite(path: string, tests: readonly Rendered[], workplace: Workplace): string {
  const contract = contractOf(tests);
  const { propertyName } = wordsOf(contract.name);
  const type = typeOf(contract);
  return `import type { ${contract.name.split('.')[0] ?? ''} } from '${packageOf(workplace, 'contract')}';
import { describe } from 'vitest';
${fixturesImport(path, workplace.library.fixturesFile, 'test as base')}

/** Proves whatever claims to be a ${contract.name}: takes its name, and a way to make a new one for each test. */
export function ${propertyName}Suite(name: string, create: () => ${type} | Promise<${type}>): void {
  const test = base.extend('${propertyName}', () => create());

  describe(\`\${name} is a ${contract.name}\`, () => {
    ${renderSuites(tests).replaceAll('\n', '\n    ')}
  });
}
`;
}

/** The call of the suite for what the app makes, where there is one by the usual name. */
export function renderContractSpec(path: string, tests: readonly Rendered[], workplace: Workplace): string {
  const { className, propertyName } = wordsOf(contractOf(tests).name);
  const factory = `create${className}`;
  const suite = `import { ${propertyName}Suite } from './${basename(path).replace(/\.spec\.ts$/, '.suite.ts')}';`;
  const index = workplace.tree.read(`libs/${workplace.component}/app/src/index.ts`, 'utf-8') ?? '';
  if (new RegExp(`\\b${factory}\\b`).test(index)) {
    return `import { ${factory} } from '${packageOf(workplace, 'app')}';\n${suite}\n\n${propertyName}Suite('${factory}', () => ${factory}());\n`;
  }
  return `import { describe, test } from 'vitest';\n\ndescribe('${className}', () => {\n  test.todo('is proved by ${propertyName}Suite: call it here for each implementation');\n});\n`;
}

function contractOf(tests: readonly Rendered[]): Contract {
  const contract = tests[0]?.planned.contract;
  if (!contract) throw new Error('A suite needs a test.');
  return contract;
}

function typeOf({ name, kind, typeParameters }: Contract): string {
  if (kind === 'function') return `typeof ${name}`;
  const required = typeParameters.filter((parameter) => !parameter.includes('='));
  return required.length === 0 ? name : `${name}<${required.map(() => 'never').join(', ')}>`;
}

function packageOf({ tree, component }: Workplace, library: 'contract' | 'app'): string {
  return packageNameOf(tree, `libs/${component}/${library}`);
}
