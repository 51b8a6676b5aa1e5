import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Ended, runInScratch, ScratchWorkspace } from '@vouch/scratch';
import { describe, expect, test } from 'vitest';

const source = `export function add(a: number, b: number): number {
  return a + b;
}

export function subtract(a: number, b: number): number {
  return a - b;
}
`;

function specOf(name: string, arithmetic: string): string {
  return `import { expect, test } from 'vitest';
    import { add, subtract } from './${name}.ts';
    test('adds up', () => { expect([add, subtract].length).toBe(2); expect(${arithmetic}).toBe(3); });`;
}

/** Runs the command in a separate process for another workspace. */
function coverage(root: string, ...args: string[]): Promise<Ended> {
  const command = JSON.stringify(join(import.meta.dirname, 'coverage-command.ts'));
  const given = `${JSON.stringify(root)}, ${JSON.stringify(args)}`;
  const program = `const { coverageCommand } = await import(${command});
    process.exitCode = await coverageCommand(${given});`;
  return runInScratch(process.execPath, ['--input-type=module', '-e', program], { cwd: root, env: {} });
}

describe('npm run coverage', () => {
  test('runs all levels, checks each gate against its own files, and prints missing lines', async () => {
    using workspace = new ScratchWorkspace().library('sums', {
      'src/sums.ts': source,
      'src/sums.spec.ts': specOf('sums', 'add(1, 2)'),
      'src/sums.integration.spec.ts': specOf('sums', 'subtract(5, 2)'),
    });
    const short = await coverage(workspace.path);
    expect(short.code).toBe(1);
    expect(short.output).toMatch(/^libs\/sums +50\.0 % +50\.0 % +100\.0 % +100\.0 %/m);
    expect(short.output).toContain('✗ unit: 50 % of statements and 50 % of functions. Expected 85 %.');
    expect(short.output).toContain('1 of 2 statements  libs/sums/src/sums.ts');
    expect(short.output).not.toContain('✗ all');
    for (const page of ['unit/index.html', 'all/index.html'])
      expect(existsSync(join(workspace.path, 'coverage', page)), page).toBe(true);
    const missing = await coverage(workspace.path, '--missing', 'sums');
    expect(missing).toMatchObject({
      code: 0,
      output: expect.stringContaining('Every line of sums') as string,
    });

    workspace.write('libs/sums/src/sums.spec.ts', specOf('sums', 'add(1, subtract(4, 2))'));
    expect(await coverage(workspace.path)).toMatchObject({ code: 0 });
    const empty = await coverage(workspace.path, '--report');
    expect(empty).toMatchObject({
      code: 1,
      output: expect.stringContaining('No coverage of unit tests') as string,
    });
  });

  test('fails if a test fails, but still writes the report', async () => {
    using workspace = new ScratchWorkspace().library('sums', {
      'src/sums.ts': source,
      'src/sums.spec.ts': specOf('sums', 'add(subtract(1, 1), 7)'),
    });
    const { code, output } = await coverage(workspace.path);
    expect(code).toBe(1);
    expect(output).toMatch(/^libs\/sums +100\.0 %/m);
    expect(output).toContain('✗ Some tests failed.');
  });

  test('prints its help and rejects unknown options', async () => {
    using workspace = new ScratchWorkspace();
    expect(await coverage(workspace.path, '--help')).toMatchObject({ code: 0 });
    const refused = await coverage(workspace.path, '--fast');
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("'--fast'") as string });
  });
});
