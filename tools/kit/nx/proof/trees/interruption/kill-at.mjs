// Loaded before a program (node --import): kills it at the nth change of a file below KILL_ROOT, or half-way through
// it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { relative } from 'node:path';

const { KILL_ROOT: root = '', KILL_AT: at = '0', KILL_HALF: half } = process.env;
const changing =
  'writeFileSync copyFileSync renameSync rmSync rmdirSync unlinkSync mkdirSync chmodSync symlinkSync';
let changes = 0;

for (const name of changing.split(' ')) {
  const original = fs[name];
  fs[name] = (...args) => {
    const path = relative(
      root,
      String(args[name === 'renameSync' || name === 'copyFileSync' || name === 'symlinkSync' ? 1 : 0]),
    );
    if (path.startsWith('..') || /^(?:\.nx|node_modules)\//.test(path)) return original(...args);
    changes += 1;
    if (changes !== Number(at)) return original(...args);
    if (half && name === 'writeFileSync') original(args[0], args[1].slice(0, args[1].length / 2));
    return process.kill(process.pid, 'SIGKILL');
  };
}
syncBuiltinESMExports();
// on stderr: programs read what others print on stdout
process.once('exit', () => console.error(`changes: ${changes}`));
