const longest = 40;

const words =
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function ' +
  'if import in instanceof interface let new null package private protected public return static super switch this throw ' +
  'true try typeof var void while with yield async of arguments eval undefined';

const types = 'any array boolean error map never number object promise record set string symbol type unknown';

const folders =
  'app apps components con contract dist files index libs node-modules nul prn aux src test tests tools workspace';

const fixtures =
  'admin annotate authenticated-client base client client-with clock committed-db component-database db em expect ' +
  'factories fake-redis faker http ids isolated-db logger on-test-failed on-test-finished orm parts real-commits redis settings ' +
  'shared-database signal skip task unique-id use worker-redis';

const reserved = new Map([
  ...reasons('all', 'means all components'),
  ...reasons(words, 'is a reserved word of TypeScript'),
  ...reasons(types, 'is a type of TypeScript'),
  ...reasons(folders, 'is a folder or device name with another meaning'),
  ...reasons(fixtures, 'is a fixture of the kit'),
]);

/** True if the kit has a fixture of that name. */
export function isKitFixture(fileName: string): boolean {
  return fixtures.split(' ').includes(fileName);
}

/**
 * Throws if a name cannot be a folder, a package and an identifier at once.
 *
 * @throws Error with the name, the reason, the expectation and a working command
 */
export function checkName(
  name: unknown,
  subject: 'component' | 'contract' | 'application' | 'entity' | 'migration',
  command: string,
): string {
  const problem = problemOf(name);
  if (problem === undefined) return name as string;
  throw new Error(
    `The ${subject} cannot be called ${shown(name)}: ${problem}. ` +
      `Expected lower-case words joined by hyphens, at most ${longest} characters. Run, for example: ${command}`,
  );
}

/** True if a name in lower case has another meaning. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

function problemOf(name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return 'it is empty';
  if (name.length > longest) return `it has ${name.length} characters`;
  if (/[/\\]|\.\./.test(name)) return 'it is a path';
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    return 'it has characters other than a–z, 0–9 and single hyphens';
  if (/^(?:com|lpt)\d$/.test(name)) return 'it is a device name';
  const reason = reserved.get(name);
  return reason === undefined ? undefined : `it ${reason}`;
}

/** Renders as JSON, so that control characters do not reach the terminal, and on one line. */
function shown(name: unknown): string {
  const text = JSON.stringify(name) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…"` : text;
}

function reasons(names: string, reason: string): [string, string][] {
  return names.split(' ').map((name) => [name, reason]);
}
