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
  ...reasons(words, 'is a word of the language'),
  ...reasons(types, 'is the name of a type of the language'),
  ...reasons(folders, 'is the name of a folder or device that means something else'),
  ...reasons(fixtures, 'is the name of a fixture that tests have from the kit'),
]);

/** Whether the kit's tests have a fixture of that name. */
export function isKitFixture(fileName: string): boolean {
  return fixtures.split(' ').includes(fileName);
}

/**
 * Refuses a name that could not be a folder, a package and an identifier at once.
 *
 * @throws Error that says which name, why, what was expected, and a command that would do
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
      `Expected lower-case words joined by hyphens, ${longest} characters at most. Try: ${command}`,
  );
}

/** Whether a name in lower-case words means something else already. */
export function isReserved(name: string): boolean {
  return reserved.has(name);
}

function problemOf(name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return 'it is empty';
  if (name.length > longest) return `it has ${name.length} characters`;
  if (/[/\\]|\.\./.test(name)) return 'it is a path, not a name';
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(name))
    return 'it has other characters than a–z, 0–9 and single hyphens';
  if (/^(?:com|lpt)\d$/.test(name)) return 'it is the name of a device';
  const reason = reserved.get(name);
  return reason === undefined ? undefined : `it ${reason}`;
}

/** As JSON, so that control characters cannot reach a terminal, and no longer than a line. */
function shown(name: unknown): string {
  const text = JSON.stringify(name) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 60)}…"` : text;
}

function reasons(names: string, reason: string): [string, string][] {
  return names.split(' ').map((name) => [name, reason]);
}
