import nx from '@nx/eslint-plugin';
import vitest from '@vitest/eslint-plugin';
import type { ESLint, Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { boundaries } from './boundaries.ts';

const explained = ':has(Property[key.name="meta"] Property[key.name="skipReason"])';
const skipsWithoutReason = [
  `CallExpression[callee.object.name=/^(test|it|describe)$/][callee.property.name="skip"]:not(${explained})`,
  `CallExpression[callee.callee.property.name=/^(runIf|skipIf)$/]:not(${explained})`,
  'CallExpression[callee.name="skip"][arguments.length=0]',
].join(', ');

/** Waits by wall-clock time, which a busy machine uses up. */
const waits = [
  ['expect', 'poll'],
  ['vi', 'waitFor'],
  ['vi', 'waitUntil'],
].map(([object, property]) => ({ object, property, message: 'Wait with `eventually` from @vouch/testing.' }));

/** Returns the configuration of a Vouch workspace. Later entries in `eslint.config.mjs` take precedence. */
export function recommended(workspaceRoot: string): Linter.Config[] {
  return [
    { ignores: ['**/dist', 'coverage', '**/.nx', '**/.data', '**/.vouch', '**/golden/**'] },
    { linterOptions: { reportUnusedDisableDirectives: 'error' } },
    ...(tseslint.configs.strict as Linter.Config[]),
    modules(workspaceRoot),
    ...typed(workspaceRoot),
    tests,
  ];
}

function modules(workspaceRoot: string): Linter.Config {
  return {
    files: ['**/*.ts', '**/*.mjs'],
    plugins: { '@nx': nx as unknown as ESLint.Plugin },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], depConstraints: boundaries(workspaceRoot), enforceBuildableLibDependency: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 40 }],
      eqeqeq: 'error',
      'no-restricted-properties': ['error', ...waits],
      'no-console': 'off',
    },
  };
}

function typed(workspaceRoot: string): Linter.Config[] {
  const files = ['**/*.ts'];
  return [
    ...(tseslint.configs.recommendedTypeCheckedOnly as Linter.Config[]).map((config) => ({
      ...config,
      files,
    })),
    {
      files,
      languageOptions: {
        parserOptions: {
          projectService: { allowDefaultProject: ['*.ts'] },
          tsconfigRootDir: workspaceRoot,
        },
      },
      rules: {
        '@typescript-eslint/require-await': 'off',
        '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      },
    },
  ];
}

const tests: Linter.Config = {
  files: ['**/*.spec.ts', '**/*.suite.ts'],
  plugins: { vitest },
  rules: {
    ...vitest.configs.recommended.rules,
    'vitest/no-focused-tests': 'error',
    // A skipped test is fine if it states a reason.
    'vitest/no-disabled-tests': 'off',
    'no-restricted-syntax': [
      'error',
      {
        selector: skipsWithoutReason,
        message: "State a reason: test.skip('…', { meta: { skipReason: '…' } }, …)",
      },
    ],
    'vitest/require-to-throw-message': 'error',
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect*', 'check*', '*.check*'] }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/no-standalone-expect': [
      'error',
      { additionalTestBlockFunctions: ['test', 'test.for', 'beforeAll', 'beforeEach'] },
    ],
    'max-lines': ['error', { max: 400 }],
    'max-lines-per-function': 'off',
    '@typescript-eslint/no-non-null-assertion': 'off',
  },
};
