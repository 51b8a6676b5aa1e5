import type { ESLint } from 'eslint';
import { plainEnglish } from './plain-english/plain-english.ts';

/** The rules of Vouch, under the prefix `vouch/`. The preset `recommended` switches none of them on. */
export const plugin = {
  meta: { name: '@vouch/eslint-plugin' },
  rules: { 'plain-english': plainEnglish },
} satisfies ESLint.Plugin;
