import { expect, test } from 'vitest';
import { filesInCommand } from './files-in-command.ts';

test.each<[string, string[], string[]]>([
  ['cat', ['a.txt', 'b/c.txt'], ['/w/a.txt', '/w/b/c.txt']],
  ['./run.sh', [], ['/w/run.sh']],
  ['psql', ['-f', 'db/a.sql', '-v', 'x=1'], ['/w/db/a.sql']],
  ['tool', ['--config=./tool.json', '-q', 'word'], ['/w/tool.json']],
  ['sh', ['-c', 'cat a.txt | sort > "b.txt"; echo done'], ['/w/a.txt', '/w/b.txt']],
  ['echo', ['hello'], []],
])('%s %j', (program, args, paths) => {
  expect(filesInCommand(program, args, '/w').map(({ path }) => path)).toEqual(paths);
});

test.each<[string[], string | undefined]>([
  [['ls-files', '-z'], '/w'],
  [['-C', 'libs', 'status'], '/w/libs'],
  [['clone', '--quiet', '/w', '/tmp/clone'], '/w'],
  [['-c', 'user.name=x', 'commit', '-m', 'x'], '/w'],
  [['--version'], undefined],
  [['init'], undefined],
])('git %j reads %s', (args, folder) => {
  const trees = filesInCommand('/usr/bin/git', args, '/w').filter(({ deep }) => deep);
  expect(trees).toEqual(folder === undefined ? [] : [{ path: folder, deep: true }]);
});

test('a word that contains git is not a call of Git', () => {
  expect(filesInCommand('apt-get', ['install', 'git', 'status'], '/w')).toEqual([]);
  expect(filesInCommand('sh', ['-c', 'cd libs; git status'], '/w')).toEqual([{ path: '/w', deep: true }]);
});
