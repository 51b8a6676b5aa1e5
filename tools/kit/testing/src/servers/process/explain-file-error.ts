import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { ServerProblem, type ProblemCode } from '../model/server-problem.ts';

/** Turns a file system error into a problem with its fix; returns other errors unchanged. */
export function explainFileError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ServerProblem) return error;
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  const explain = explanations[code];
  if (explain === undefined) return error;
  const [problem, what, fix] = explain(path === undefined ? tmpdir() : dirname(path));
  return new ServerProblem(problem, `${what}: ${message}`, fix, { cause: error });
}

type Explain = (folder: string) => readonly [code: ProblemCode, what: string, fix: string];

const full: Explain = () => [
  'disk-full',
  'The disk is full',
  'Free space (df -h lists disks), or set TMPDIR to a folder on another disk.',
];

const forbidden: Explain = (folder) => [
  'no-permission',
  'No permission to write to a folder',
  `Check ls -ld ${folder}, or set TMPDIR to a folder that you can write to.`,
];

const explanations: Readonly<Record<string, Explain>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: forbidden,
};
