import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { ServerProblem, type ProblemCode } from '../model/server-problem.ts';

/** What a file system refuses, as the problem that a person can mend; any other error as it is. */
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
  'Make diskSpace (df -h says where), or set TMPDIR to a folder on another disk.',
];

const forbidden: Explain = (folder) => [
  'no-permission',
  'A folder that is needed may not be written',
  `See ls -ld ${folder}, or set TMPDIR to a folder that you may write.`,
];

const explanations: Readonly<Record<string, Explain>> = {
  ENOSPC: full,
  EDQUOT: full,
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: forbidden,
};
