import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { ServerProblem } from '../model/server-problem.ts';
import { explainFileError } from './explain-file-error.ts';

function fileError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: refused, open '/some/file'`), { code, path: '/some/file' });
}

describe('the explanation of a file system error', () => {
  test.each([
    ['ENOSPC', 'disk-full', 'df -h'],
    ['EDQUOT', 'disk-full', 'df -h'],
    ['EACCES', 'no-permission', 'ls -ld /some'],
    ['EPERM', 'no-permission', 'ls -ld /some'],
    ['EROFS', 'no-permission', 'TMPDIR'],
  ])('%s is reported as %s, with the fix', (code, problem, words) => {
    expect(explainFileError(fileError(code))).toMatchObject({
      code: problem,
      what: expect.stringContaining('/some/file') as string,
      fix: expect.stringContaining(words) as string,
    });
  });

  test.runIf(process.platform === 'linux')(
    'covers a disk that is really full',
    { meta: { skipReason: 'only Linux has /dev/full' } },
    async () => {
      const error: unknown = await writeFile('/dev/full', 'x').catch(explainFileError);
      expect(error).toMatchObject({ code: 'disk-full' });
    },
  );

  test('leaves other errors unchanged', () => {
    const [problem, other] = [new ServerProblem('no-server', 'w', 'r'), new Error('other')];
    expect([problem, other, 'text', undefined].map(explainFileError)).toEqual([
      problem,
      other,
      'text',
      undefined,
    ]);
  });
});
