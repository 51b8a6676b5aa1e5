import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ServerProblem } from '../model/server-problem.ts';
import { explainFileError } from './explain-file-error.ts';

function refusal(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: refused, open '/some/file'`), { code, path: '/some/file' });
}

describe('what a file system refuses', () => {
  test.each([
    ['ENOSPC', 'disk-full', 'df -h'],
    ['EDQUOT', 'disk-full', 'df -h'],
    ['EACCES', 'no-permission', 'ls -ld /some'],
    ['EPERM', 'no-permission', 'ls -ld /some'],
    ['EROFS', 'no-permission', 'TMPDIR'],
  ])('%s is told as %s, with what to do', (code, problem, words) => {
    expect(explainFileError(refusal(code))).toMatchObject({
      code: problem,
      what: expect.stringContaining('/some/file') as string,
      fix: expect.stringContaining(words) as string,
    });
  });

  test.runIf(process.platform === 'linux')(
    'is known from a disk that is really full',
    { meta: { skipReason: 'only Linux has /dev/full' } },
    async () => {
      const error: unknown = await writeFile('/dev/full', 'x').catch(explainFileError);
      expect(error).toMatchObject({ code: 'disk-full' });
    },
  );

  test('leaves every other error as it is', () => {
    const [problem, other] = [new ServerProblem('no-server', 'w', 'r'), new Error('other')];
    expect([problem, other, 'text', undefined].map(explainFileError)).toEqual([
      problem,
      other,
      'text',
      undefined,
    ]);
  });
});
