import type { WayOfUse } from '@vouch/testing/usage';

/** The body of a test file, with `HERE` on the responsible line, and its expected uses by path below `libs/demo/`. */
export type UseCase = readonly [source: string, uses: Readonly<Record<string, WayOfUse>>];

const read: Readonly<Record<string, WayOfUse>> = { 'data/NAME.txt': 'read' };
const lookedFor: Readonly<Record<string, WayOfUse>> = { 'data/NAME.txt': 'looked for' };
const missing: Readonly<Record<string, WayOfUse>> = { 'data/no-NAME.txt': 'looked for' };
const listed: Readonly<Record<string, WayOfUse>> = { 'data/NAME/': 'listed' };

const inTest = (statement: string) => `test('uses', async () => {\n  ${statement} // HERE\n});`;

/** Each case reads `data/NAME.txt` or searches `data/NAME/`; NAME is unique. `file` and `folder` are these paths. */
export const fileCases: Readonly<Record<string, UseCase>> = {
  'read-named': [inTest(`readFileSync(file);`), read],
  'read-default': [inTest(`fs.readFileSync(file, 'utf8');`), read],
  'read-callback': [inTest(`await new Promise((done) => fs.readFile(file, 'utf8', done));`), read],
  'read-promise': [inTest(`await fs.promises.readFile(file);`), read],
  'read-promise-named': [inTest(`await readFile(file, { encoding: 'utf8' });`), read],
  'read-promisified': [inTest(`await promisify(fs.readFile)(file);`), read],
  'read-at-load': [
    `const text = readFileSync(file, 'utf8'); // HERE\n${inTest(`expect(text).toBe('');`).replace(' // HERE', '')}`,
    read,
  ],
  'read-in-hook': [`beforeAll(() => {\n  readFileSync(file); // HERE\n});\ntest('uses', () => {});`, read],
  'read-late': [
    `test('uses', async () => {\n  await new Promise((done) => setImmediate(() => {\n    fs.readFile(file, done); // HERE\n  }));\n});`,
    read,
  ],
  'read-after-await': [
    `async function load() {\n  await null;\n  return readFile(file); // HERE\n}\ntest('uses', async () => { await load(); });`,
    read,
  ],
  'open-sync': [
    inTest(`const fd = fs.openSync(file); fs.readSync(fd, Buffer.alloc(1)); fs.closeSync(fd);`),
    read,
  ],
  'open-callback': [
    inTest(`fs.closeSync(await new Promise((done) => fs.open(file, 'r', (_, fd) => done(fd))));`),
    read,
  ],
  'open-handle': [inTest(`await using handle = await open(file); await handle.readFile();`), read],
  'open-numeric': [inTest(`fs.closeSync(fs.openSync(file, fs.constants.O_RDONLY));`), read],
  'open-and-write': [inTest(`fs.closeSync(fs.openSync(file, 'r+'));`), read],
  'open-and-append': [inTest(`fs.closeSync(fs.openSync(file, 'a+'));`), read],
  stream: [inTest(`for await (const chunk of fs.createReadStream(file)) void chunk;`), read],
  'stream-constructed': [inTest(`for await (const chunk of new fs.ReadStream(file)) void chunk;`), read],
  blob: [inTest(`await (await fs.openAsBlob(file)).text();`), read],
  'copy-file': [inTest(`fs.copyFileSync(file, temporary('a'));`), read],
  'copy-file-promise': [inTest(`await fs.promises.copyFile(file, temporary('b'));`), read],
  'hard-link': [inTest(`fs.linkSync(file, temporary('c'));`), read],
  cp: [inTest(`fs.cpSync(file, temporary('d'));`), read],
  'cp-folder': [
    inTest(`await fs.promises.cp(folder, temporary('e'), { recursive: true });`),
    { 'data/NAME/**': 'read' },
  ],
  'cp-filtered': [
    inTest(
      `fs.cpSync(folder, temporary('f'), { recursive: true, filter: (from) => !from.endsWith('two.txt') });`,
    ),
    { 'data/NAME/': 'listed', 'data/NAME/one.txt': 'read', 'data/NAME/link': 'read' },
  ],
  rename: [inTest(`fs.renameSync(file, temporary('g'));`), read],
  'read-link': [inTest(`fs.readlinkSync(folder + '/link');`), { 'data/NAME/link': 'read' }],
  url: [inTest(`readFileSync(new URL('../data/NAME.txt', import.meta.url));`), read],
  'buffer-path': [inTest(`readFileSync(Buffer.from(file));`), read],
  'relative-path': [inTest(`readFileSync(relative(process.cwd(), file));`), read],
  'through-link': [inTest(`fs.symlinkSync(file, temporary('h')); readFileSync(temporary('h'));`), read],
  'through-link-later': [
    inTest(
      `const link = temporary('i'); existsSync(link + '/one.txt'); fs.symlinkSync(folder, link); existsSync(link + '/one.txt');`,
    ),
    { 'data/NAME/one.txt': 'looked for' },
  ],
  'through-package-link': [
    inTest(`readFileSync(join(root, 'node_modules/@demo/demo/data/NAME.txt'));`),
    read,
  ],
  'read-dir': [inTest(`fs.readdirSync(folder);`), listed],
  'read-dir-deep': [
    inTest(`await fs.promises.readdir(folder, { recursive: true });`),
    { 'data/NAME/**': 'listed' },
  ],
  'open-dir': [inTest(`fs.opendirSync(folder).closeSync();`), listed],
  'open-dir-promise': [
    inTest(`for await (const entry of await fs.promises.opendir(folder)) void entry;`),
    listed,
  ],
  glob: [inTest(`fs.globSync('data/NAME/*.txt', { cwd: join(folder, '../..') });`), listed],
  'glob-deep': [
    inTest(`for await (const entry of fs.promises.glob(folder + '/**/*.txt')) void entry;`),
    { 'data/NAME/**': 'listed' },
  ],
  exists: [inTest(`existsSync(file);`), lookedFor],
  'exists-not': [inTest(`existsSync(file.replace('NAME', 'no-NAME'));`), missing],
  stat: [inTest(`fs.statSync(file);`), lookedFor],
  'stat-folder': [inTest(`await fs.promises.stat(folder);`), { 'data/NAME/': 'looked for' }],
  lstat: [inTest(`await new Promise((done) => fs.lstat(file, done));`), lookedFor],
  access: [inTest(`await access(file);`), lookedFor],
  'access-not': [inTest(`await access(file.replace('NAME', 'no-NAME')).catch(() => {});`), missing],
  'real-path': [inTest(`fs.realpathSync.native(file);`), lookedFor],
  'read-not': [
    inTest(`expect(() => readFileSync(file.replace('NAME', 'no-NAME'))).toThrow('ENOENT');`),
    { 'data/no-NAME.txt': 'read' },
  ],
  'exists-and-read': [
    `test('uses', () => {\n  if (existsSync(file)) {\n    readFileSync(file); // HERE\n  }\n});`,
    read,
  ],
  'env-file': [inTest(`process.loadEnvFile(file);`), read],
  sqlite: [inTest(`try { new DatabaseSync(file).close(); } catch {}`), read],
};
