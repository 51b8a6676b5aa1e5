import { runInScratch } from '@vouch/scratch';
import { expectGreen } from './expect-green.ts';

const debian = 'apt-get install python3-pytest python3-sqlalchemy python3-psycopg2 python3-factory-boy';

/** The Python to compare with, if this machine has one. */
export interface Pytest {
  readonly version: string;
  readonly run: (folder: string, env: Readonly<Record<string, string>>) => Promise<void>;
}

/** Prints why there is no comparison, and the fix. */
export async function findPytest(modules: readonly string[] = []): Promise<Pytest | undefined> {
  const imports = ['pytest', ...modules].map((module) => `import ${module}`).join('; ');
  const asked = `${imports}; import sys; print(f'Python {sys.version.split()[0]}, pytest {pytest.__version__}')`;
  for (const python of [process.env.PYTHON ?? 'python3', '/usr/bin/python3']) {
    const answer = await ask(python, asked);
    if (answer !== undefined) return { version: answer, run: (folder, env) => runTests(python, folder, env) };
  }
  console.log(
    `Not compared with pytest: no Python on this machine imports ${['pytest', ...modules].join(', ')}.`,
  );
  console.log(`On Debian, run: ${debian}. Or set PYTHON to another Python.\n`);
  return undefined;
}

async function ask(python: string, asked: string): Promise<string | undefined> {
  try {
    const { code, output } = await runInScratch(python, ['-c', asked], { cwd: '/', env: {} });
    return code === 0 ? output.trim() : undefined;
  } catch {
    return undefined;
  }
}

async function runTests(python: string, cwd: string, env: Readonly<Record<string, string>>): Promise<void> {
  const quiet = ['-q', '-x', '--tb=short', '-p', 'no:cacheprovider', '-W', 'ignore'];
  expectGreen(await runInScratch(python, ['-B', '-m', 'pytest', ...quiet], { cwd, env }));
}
