import { recommended } from '@vouch/eslint-plugin';
// <template>
import { boundaries, plugin } from '@vouch/eslint-plugin';
// </template>
import { defineConfig } from 'eslint/config';

export default defineConfig(
  recommended(import.meta.dirname),
  // <template>
  {
    files: ['tools/kit/**/*.spec.ts', 'tools/kit/*/proof/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          depConstraints: boundaries(import.meta.dirname, { kitMayUse: ['type:kit', 'type:proof'] }),
          enforceBuildableLibDependency: false,
        },
      ],
    },
  },
  {
    files: ['coverage', 'eslint-plugin', 'nx'].map((name) => `tools/kit/${name}/**/*.ts`),
    ignores: ['tools/kit/nx/src/generators/rename/**'],
    plugins: { vouch: plugin },
    rules: { 'vouch/plain-english': 'error' },
  },
  {
    files: ['tools/workspace/**/*.ts', 'tools/proof/**/*.ts'],
    ignores: ['tools/proof/pack/**'],
    plugins: { vouch: plugin },
    rules: { 'vouch/plain-english': 'error' },
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
