import type { Check } from './check.ts';
import { checkLockfile } from './check-lockfile.ts';
import { checkSchema } from './check-schema.ts';

const nx = (...args: readonly string[]) => ['npx', 'nx', ...args];

export const checks: readonly Check[] = [
  {
    name: 'lockfile',
    title: 'lockfile and install scripts',
    how: checkLockfile,
    fix: 'see the messages',
  },
  {
    name: 'installed',
    title: 'installed packages',
    how: ['npm', 'ls', '--all', '--silent'],
    fix: 'npm install',
  },
  {
    name: 'lint',
    title: 'lint and module boundaries',
    how: ['npm', 'run', '--silent', 'lint'],
    fix: 'npx eslint . --fix',
  },
  { name: 'types', title: 'types', how: ['npm', 'run', '--silent', 'typecheck'], fix: 'see the messages' },
  { name: 'format', title: 'format', how: ['npm', 'run', '--silent', 'format:check'], fix: 'npm run format' },
  { name: 'references', title: 'project references', how: nx('sync:check'), fix: 'npx nx sync' },
  {
    name: 'schema',
    title: 'entities, migrations and tenancy',
    how: checkSchema,
    fix: 'see the messages',
  },
  {
    name: 'factories',
    title: 'factories and their entities',
    how: nx('g', '@vouch/nx:factory', 'all', '--check'),
    fix: 'npx nx g factory <component>',
  },
  {
    name: 'promises',
    title: 'promises and their tests',
    how: nx('g', '@vouch/nx:test-skeleton', 'all', '--check'),
    fix: 'npx nx g test-skeleton <component>',
  },
  {
    name: 'fixtures',
    title: "fixtures and the apps' dependencies",
    how: nx('g', '@vouch/nx:fixtures', 'all', '--check'),
    fix: 'npx nx g fixtures <component>',
  },
];
