#!/usr/bin/env node
import { findWorkspaceRoot } from './find-workspace-root.ts';

interface Command {
  readonly summary: string;
  /** Returns the exit code. */
  readonly run: (root: string, args: readonly string[]) => Promise<number>;
}

const commands: Readonly<Record<string, Command>> = {
  check: {
    summary: 'runs all checks except the tests: lint, types, format, lockfile, schema, promises',
    run: async (...given) => (await import('./check/check-command.ts')).checkCommand(...given),
  },
  board: {
    summary: 'shows which promises are tested, pending, stale or missing a test',
    run: async (...given) => (await import('./board/board-command.ts')).boardCommand(...given),
  },
  coverage: {
    summary: 'runs the tests of all levels and reports their coverage',
    run: async (...given) => (await import('./coverage/coverage-command.ts')).coverageCommand(...given),
  },
  prove: {
    summary: 'changes the code of a component and reports which changes the tests of its promises notice',
    run: async (...given) => (await import('./prove/prove-command.ts')).proveCommand(...given),
  },
  'update-kit': {
    summary:
      'other packages of the kit, from the registry, a folder or an address, and the migrations to them',
    run: async (...given) => (await import('./update-kit/update-kit-command.ts')).updateKitCommand(...given),
  },
  'verify-database': {
    summary: 'lists the database servers that a test run would use and tests the connection',
    run: async () => (await import('@vouch/testing/verify-database')).verifyDatabaseCommand(),
  },
};

const [name = '--help', ...args] = process.argv.slice(2);
const command = commands[name];

if (command !== undefined) process.exitCode = await command.run(findWorkspaceRoot(), args);
else {
  const isHelp = name === '--help' || name === '-h';
  if (!isHelp) console.error(`There is no command ${JSON.stringify(name)}. Expected one of these:\n`);
  console.log('vouch <command> [options]\n');
  for (const [known, { summary }] of Object.entries(commands))
    console.log(`  ${known.padEnd(16)} ${summary}`);
  process.exitCode = isHelp ? 0 : 1;
}
