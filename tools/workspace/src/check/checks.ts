/** A command that ends with 0 where all is well. */
export interface Check {
  readonly name: string;
  readonly command: readonly string[];
  /** What mends it. */
  readonly mend: string;
}

const node = process.execPath;

export const checks: readonly Check[] = [
  {
    name: 'lockfile and install scripts',
    command: [node, 'tools/workspace/src/check/check-lockfile.ts'],
    mend: 'see the message',
  },
  { name: 'installed packages', command: ['npm', 'ls', '--all', '--silent'], mend: 'npm install' },
  {
    name: 'lint and module boundaries',
    command: ['npm', 'run', '--silent', 'lint'],
    mend: 'npx eslint . --fix',
  },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'], mend: 'see the messages' },
  { name: 'documents', command: [node, 'tools/workspace/src/docs/main.ts', '--check'], mend: 'npm run docs' },
  { name: 'format', command: ['npm', 'run', '--silent', 'format:check'], mend: 'npm run format' },
  { name: 'project references', command: ['npx', 'nx', 'sync:check'], mend: 'npx nx sync' },
  {
    name: 'entities, migrations and tenancy',
    command: [node, 'tools/workspace/src/check/check-schema.ts'],
    mend: 'see the messages',
  },
  {
    name: 'factories of entities',
    command: ['npx', 'nx', 'g', 'factory', 'all', '--check'],
    mend: 'npx nx g factory <component>',
  },
  {
    name: 'promises and their tests',
    command: ['npx', 'nx', 'g', 'test-skeleton', 'all', '--check'],
    mend: 'npx nx g test-skeleton <component>',
  },
  {
    name: 'fixtures of what apps are given',
    command: ['npx', 'nx', 'g', 'fixtures', 'all', '--check'],
    mend: 'npx nx g fixtures <component>',
  },
];
