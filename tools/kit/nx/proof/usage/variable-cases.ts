import type { UseCase } from './file-cases.ts';

const inTest = (statement: string) => `test('uses', async () => {\n  ${statement} // HERE\n});`;
const used = { NAME: 'read' } as const;

/** Each case reads the variable NAME, which is unique, and unset unless the name begins with SET. */
export const variableCases: Readonly<Record<string, UseCase>> = {
  A_MEMBER: [inTest(`expect(process.env.NAME).toBeUndefined();`), used],
  SET_MEMBER: [inTest(`expect(process.env.NAME).toBe('given');`), used],
  AN_INDEX: [inTest(`expect(process.env['NAME']).toBeUndefined();`), used],
  DESTRUCTURED: [inTest(`const { NAME = 'default' } = process.env; expect(NAME).toBe('default');`), used],
  SET_DESTRUCTURED: [
    inTest(`const { NAME, ...rest } = process.env; expect(rest).not.toHaveProperty(NAME);`),
    used,
  ],
  BY_IN: [inTest(`expect('NAME' in process.env).toBe(false);`), used],
  BY_HAS_OWN: [inTest(`expect(Object.hasOwn(process.env, 'NAME')).toBe(false);`), used],
  SET_BY_HAS_OWN_PROPERTY: [inTest(`expect(process.env.hasOwnProperty('NAME')).toBe(true);`), used],
  BY_REFLECT: [inTest(`Reflect.get(process.env, 'NAME');`), used],
  BY_REFLECT_HAS: [inTest(`Reflect.has(process.env, 'NAME');`), used],
  BY_DESCRIPTOR: [inTest(`Object.getOwnPropertyDescriptor(process.env, 'NAME');`), used],
  SET_BY_PROPERTY_IS_ENUMERABLE: [
    inTest(`expect(Object.prototype.propertyIsEnumerable.call(process.env, 'NAME')).toBe(true);`),
    used,
  ],
  IMPORTED_ENV: [inTest(`expect(env.NAME).toBeUndefined();`), used],
  IMPORTED_PROCESS: [inTest(`expect(importedProcess.env.NAME).toBeUndefined();`), used],
  BY_GLOBAL: [inTest(`expect(globalThis.process.env.NAME).toBeUndefined();`), used],
  REQUIRED_PROCESS: [
    inTest(`expect(createRequire(import.meta.url)('process').env.NAME).toBeUndefined();`),
    used,
  ],
  BUILT_IN_PROCESS: [
    inTest(`expect(process.getBuiltinModule('node:process').env.NAME).toBeUndefined();`),
    used,
  ],
  META_ENV: [inTest(`expect(import.meta.env.NAME).toBeUndefined();`), used],
  HANDED_OVER: [
    `const settings = (given) => ({\n  wanted: given.NAME, // HERE\n});\ntest('uses', () => {\n  expect(settings(process.env).wanted).toBeUndefined();\n});`,
    used,
  ],
  AT_LOAD: [
    `const value = process.env.NAME; // HERE\ntest('uses', () => expect(value).toBeUndefined());`,
    used,
  ],
  IN_HOOK: [`beforeEach(() => {\n  void process.env.NAME; // HERE\n});\ntest('uses', () => {});`, used],
  IN_FIXTURE: [
    `const own = test.extend({ value: async ({}, use) => {\n  await use(process.env.NAME ?? ''); // HERE\n} });\nown('uses', ({ value }) => expect(value).toBe(''));`,
    used,
  ],
  IN_CALLBACK: [
    `test('uses', async () => {\n  await new Promise((done) => setImmediate(() => {\n    done(process.env.NAME); // HERE\n  }));\n});`,
    used,
  ],
  SET_IN_LOOP: [
    `test('uses', () => {\n  const found = [];\n  for (const name in process.env) {\n    if (!name.startsWith('SET_IN_L')) continue;\n    found.push(process.env[name]); // HERE\n  }\n  expect(found).toEqual(['given']);\n});`,
    used,
  ],
  SET_BY_KEYS: [
    `test('uses', () => {\n  const names = Object.keys(process.env).filter((name) => name === 'NAME');\n  expect(names.map((name) => process.env[name])).toEqual(['given']); // HERE\n});`,
    used,
  ],
  RESTORED: [
    `test('uses', () => {\n  vi.stubEnv('NAME', 'a');\n  vi.unstubAllEnvs();\n  expect(process.env.NAME).toBeUndefined(); // HERE\n});`,
    used,
  ],
  SET_RESTORED: [
    `test('uses', () => {\n  process.env.NAME = 'other';\n  process.env.NAME = 'given';\n  expect(process.env.NAME).toBe('given'); // HERE\n});`,
    used,
  ],
  BY_PACKAGE: [inTest(`expect(settings.read('NAME')).toBeUndefined();`), used],
  AFTER_COPY: [
    `test('uses', () => {\n  const copy = { ...process.env };\n  expect(process.env.NAME ?? copy).toBe(copy); // HERE\n});`,
    used,
  ],

  SET_SPREAD: [
    `test('uses', () => {\n  expect({ ...process.env }).toHaveProperty('NAME', 'given');\n});`,
    {},
  ],
  SET_ENTRIES: [
    `test('uses', () => {\n  expect(Object.fromEntries(Object.entries(process.env))).toHaveProperty('NAME');\n});`,
    {},
  ],
  SET_COPIED_IN_LOOP: [
    `test('uses', () => {\n  const copy = {};\n  for (const name in process.env) copy[name] = process.env[name];\n  expect(copy.NAME).toBe('given');\n});`,
    {},
  ],
  SET_ASSIGNED: [
    `test('uses', () => {\n  expect(Object.assign({}, process.env).NAME).toBe('given');\n});`,
    {},
  ],
  SET_LISTED: [`test('uses', () => {\n  expect(Object.keys(process.env)).toContain('NAME');\n});`, {}],
  SET_PRINTED: [`test('uses', () => {\n  expect(inspect(process.env)).toContain('NAME');\n});`, {}],
  SET_HANDED_TO_CHILD: [
    `test('uses', () => {\n  execFileSync('true', { env: process.env });\n  execFileSync('true');\n});`,
    {},
  ],
  OWN: [
    `test('uses', () => {\n  process.env.NAME = 'own';\n  expect(process.env.NAME).toBe('own');\n  delete process.env.NAME;\n});`,
    {},
  ],
  SET_OWN_STUB: [
    `test('uses', () => {\n  vi.stubEnv('NAME', 'own');\n  expect(process.env.NAME).toBe('own');\n  vi.unstubAllEnvs();\n});`,
    {},
  ],
  SET_OWN_DELETED: [
    `test('uses', () => {\n  vi.stubEnv('NAME', undefined);\n  expect(process.env.NAME).toBeUndefined();\n  vi.unstubAllEnvs();\n});`,
    {},
  ],
  IN_PACKAGE_AT_LOAD: [`test('uses', () => {\n  expect(settings.atLoad).toBeUndefined();\n});`, {}],
  IGNORED: [
    `test('uses', () => {\n  expect([process.env.PATH, process.env.HOME, process.env.npm_config_x, process.env.NX_X]).toContain(undefined);\n});`,
    {},
  ],
};
