import { recommended } from '@vouch/eslint-plugin';
// <template>
import { boundaries, plugin } from '@vouch/eslint-plugin';
// </template>
import { defineConfig } from 'eslint/config';

// <template>
const namesOfTheDom = [
  ...['close', 'document', 'event', 'find', 'history', 'innerWidth', 'length', 'location', 'name'],
  ...['open', 'origin', 'parent', 'print', 'self', 'status', 'stop', 'top', 'window'],
];
// </template>

export default defineConfig(
  recommended(import.meta.dirname),
  // <template>
  {
    files: ['tools/kit/**/*.spec.ts', 'tools/kit/*/proof/**/*.ts', 'tools/workspace/**/*.spec.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          depConstraints: boundaries(import.meta.dirname, { testsMayUse: ['type:kit', 'type:proof'] }),
          enforceBuildableLibDependency: false,
        },
      ],
    },
  },
  { plugins: { vouch: plugin }, rules: { 'vouch/plain-english': 'error' } },
  {
    files: ['**/*.spec.ts', '**/*.suite.ts'],
    rules: { 'vitest/consistent-test-it': ['error', { fn: 'test', withinDescribe: 'test' }] },
  },
  {
    // The script of the board's page brings the names of the DOM into the whole program of @vouch/nx.
    files: ['tools/kit/nx/**/*.ts'],
    ignores: ['tools/kit/nx/src/board/page/client/**'],
    rules: { 'no-restricted-globals': ['error', ...namesOfTheDom] },
  },
  {
    // The benchmarks start the API as its own tests do; otherwise the rule forbids imports of e2e projects.
    files: ['tools/proof/bench/src/api/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: ['@acme/api-e2e/*'],
          depConstraints: boundaries(import.meta.dirname),
          enforceBuildableLibDependency: false,
        },
      ],
    },
  },
  // </template>
);
