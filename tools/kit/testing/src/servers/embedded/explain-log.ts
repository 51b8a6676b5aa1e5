import { dirname } from 'node:path';
import { ServerProblem, type ProblemCode } from '../model/server-problem.ts';

export interface LogContext {
  readonly action: 'initdb' | 'start';
  readonly folder: string;
  readonly port?: number;
  readonly cause?: unknown;
}

interface Symptom {
  readonly pattern: RegExp;
  readonly code: ProblemCode;
  readonly what: (context: LogContext, found: RegExpExecArray) => string;
  readonly fix: (context: LogContext) => string;
}

/** Turns PostgreSQL's log into a problem with its fix. */
export function explainLog(log: string, context: LogContext): ServerProblem {
  for (const { pattern, code, what, fix } of symptoms) {
    const found = pattern.exec(log);
    if (found) return new ServerProblem(code, what(context, found), fix(context), { cause: context.cause });
  }
  return new ServerProblem(
    'server-failed',
    `PostgreSQL failed (${context.action}, data in ${context.folder}). ` +
      (log.trim() ? `The end of its log:\n${lastLines(log, 15)}` : `Its log is empty. ${causeOf(context)}`),
    'Run `npm run verify-database` to check every server.',
    { cause: context.cause },
  );
}

const symptoms: readonly Symptom[] = [
  {
    pattern: /could not bind .*?"([^"]+)".*(?:in use)|could not create any TCP\/IP sockets/i,
    code: 'port-taken',
    what: ({ port }) => `Port ${port ?? '?'} on 127.0.0.1 is taken by another program.`,
    fix: ({ port }) => `Find it: ss -ltnp 'sport = :${port ?? ''}'. End it, or choose another port.`,
  },
  {
    pattern:
      /could not resize shared memory segment.*No space|could not create shared memory segment|could not map anonymous shared memory/i,
    code: 'shared-memory-too-small',
    what: () => 'PostgreSQL has too little shared memory.',
    fix: () => 'Check `df -h /dev/shm` and `free -m`; start a container with --shm-size=1g.',
  },
  {
    pattern: /No space left on device|Disk quota exceeded/i,
    code: 'disk-full',
    what: ({ folder }) => `The disk is full: PostgreSQL could not write to ${folder}.`,
    fix: ({ folder }) =>
      `Free space on it (df -h ${dirname(dirname(folder))}), or set TMPDIR to a folder on another disk.`,
  },
  {
    pattern: /initialized by PostgreSQL version (\S+),.*?(?:version (\S+?))[.\s]*$/im,
    code: 'data-of-other-version',
    what: ({ folder }, [, theirs, ours]) => otherVersion(folder, theirs ?? 'another one', ours ?? 'this one'),
    fix: otherVersionFix,
  },
  {
    pattern:
      /lock file "postmaster\.pid" already exists|data directory .* is in use|pre-existing shared memory block/i,
    code: 'data-in-use',
    what: ({ folder }) => `Another PostgreSQL is using the data in ${folder}.`,
    fix: ({ folder }) => `End it: kill -INT "$(head -1 ${folder}/postmaster.pid)"`,
  },
  {
    pattern: /Permission denied|Operation not permitted|has wrong ownership|has invalid permissions/i,
    code: 'no-permission',
    what: ({ folder }) => `PostgreSQL has no permission to use ${folder}.`,
    fix: ({ folder }) =>
      `Check ls -ld ${folder}: it must belong to the user who runs PostgreSQL, with mode 0700.`,
  },
];

export function otherVersion(folder: string, theirs: string, ours: string): string {
  return `The data in ${folder} were created by PostgreSQL ${theirs}; this is PostgreSQL ${ours}.`;
}

export function otherVersionFix(): string {
  return 'Start with empty data: `npm start -- --reset` (this deletes the old data), or dump the data with the old version first.';
}

function lastLines(text: string, count: number): string {
  return text.trim().split('\n').slice(-count).join('\n');
}

function causeOf({ cause }: LogContext): string {
  return cause instanceof Error ? cause.message : '';
}
