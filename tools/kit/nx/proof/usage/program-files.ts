/** The scripts that the cases start, by path below `libs/demo/`. They find their data by name. */
export const programFiles: Readonly<Record<string, string>> = {
  'scripts/reads.mjs': `import { readFileSync } from 'node:fs';\nreadFileSync(import.meta.dirname + '/../data/' + process.argv[2]);`,
  'scripts/typed.ts': `import { readFileSync } from 'node:fs';\nimport { path } from './path.ts';\nconst file: string = path();\nreadFileSync(file);`,
  'scripts/path.ts': `export const path = (): string => import.meta.dirname + '/../data/' + process.argv[2];`,
  'scripts/required.cjs': `const { readFile } = require('./inner.cjs');\nreadFile(__dirname + '/../data/' + process.argv[2]);`,
  'scripts/inner.cjs': `const fs = require('node:fs');\nexports.readFile = (file) =>\n  fs.promises.readFile(file);`,
  'scripts/starts.mjs': `import { spawnSync } from 'node:child_process';\nconst [, , next, ...rest] = process.argv;\nspawnSync(process.execPath, [next, ...rest]);`,
  'scripts/killed.mjs': `import { readFileSync } from 'node:fs';\nreadFileSync(import.meta.dirname + '/../data/' + process.argv[2]);\nprocess.kill(process.pid, 'SIGKILL');`,
  'scripts/thread.mjs': `import { readFileSync } from 'node:fs';\nimport { workerData } from 'node:worker_threads';\nreadFileSync(workerData);\nvoid process.env.UNSET_VARIABLE;`,
  'scripts/looks.mjs': `import { existsSync, readdirSync } from 'node:fs';\nexistsSync(import.meta.dirname + '/none');\nreaddirSync(import.meta.dirname);`,
  'scripts/variables.mjs': `void process.env.SET_VARIABLE;\nvoid process.env.UNSET_VARIABLE;\nconst { PATH, HOME } = process.env;`,
  'scripts/writes.mjs': `import { writeFileSync } from 'node:fs';\nwriteFileSync(import.meta.dirname + '/../data/' + process.argv[2], '');`,
  'scripts/many.mjs': `import { existsSync } from 'node:fs';\nfor (let index = 0; index < 3_000; index += 1) existsSync(import.meta.dirname + '/none-' + index);`,
  'scripts/late.mjs': `import { existsSync, readFileSync, writeFileSync } from 'node:fs';\nimport { setTimeout } from 'node:timers/promises';\nconst [, , start, file] = process.argv;\nwriteFileSync(start + '.ready', '');\nwhile (!existsSync(start)) await setTimeout(10);\nreadFileSync(import.meta.dirname + '/../data/' + file);\nwriteFileSync(start + '.done', '');`,
  'scripts/script.sh': `exit 0`,
};
