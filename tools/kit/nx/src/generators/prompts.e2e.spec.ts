import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Clone } from '../../proof/trees/clone.ts';

let clone: Clone;

beforeAll(() => {
  clone = new Clone();
});
afterAll(() => {
  clone[Symbol.dispose]();
});

/** Runs a command in a terminal and answers its prompts in turn. */
async function inTerminal(
  command: string,
  answers: readonly (readonly [question: string, answer: string])[],
) {
  const { CI: _ci, ...env } = process.env;
  const child = spawn('script', ['-qec', `stty cols 120 rows 40; ${command}`, '/dev/null'], {
    cwd: clone.path,
    env: {
      ...env,
      PATH: `${join(clone.path, 'node_modules/.bin')}:${env['PATH'] ?? ''}`,
      NX_DAEMON: 'false',
      NX_TUI: 'false',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let output = '';
  const open = [...answers];
  child.stdout.on('data', (chunk: Buffer) => {
    output += stripVTControlCharacters(chunk.toString());
    const [next] = open;
    if (!next || !output.includes(next[0])) return;
    open.shift();
    child.stdin.write(`${next[1]}\r`);
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

test('with a person present, asks for missing options', async () => {
  const { code, output } = await inTerminal('nx g component', [
    ['What is the component called', 'asked'],
    ['Which entity does it store', ''],
    ['Should the API serve it', 'n'],
  ]);
  expect(code, output).toBe(0);
  expect(readdirSync(join(clone.path, 'libs'))).toContain('asked');
});

test('does not ask for given options, and reports a bad answer', async () => {
  const { code, output } = await inTerminal('nx g remove-component', [
    ['Which component should be removed', '..'],
  ]);
  expect(code).toBe(1);
  expect(output).toContain('There is no component ".."');
  const given = await inTerminal('nx g remove-component gone', []);
  expect(given.output).not.toContain('Which component');
});

test('without a person, asks nothing', async () => {
  const { code, output } = await clone.run('nx', 'g', 'component');
  expect(code).toBe(1);
  expect(output).toContain('The component cannot be called nothing: it is empty.');
});
