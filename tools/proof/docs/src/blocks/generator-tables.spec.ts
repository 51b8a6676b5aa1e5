import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from 'vitest';
import { generatorTable, optionTable } from './generator-tables.ts';

const generators = { paint: { schema: './paint.json', description: 'Paint a wall' } };
const schema = {
  properties: {
    wall: { type: 'string', description: 'The wall.', $default: { $source: 'argv', index: 0 } },
    colour: { type: 'string', enum: ['red', 'blue'], default: 'red', description: 'The paint.' },
    coats: { type: 'number', default: 2, description: 'How often.' },
    dry: { type: 'boolean', default: false, description: 'Wait.' },
    label: { oneOf: [{ type: 'string' }, { type: 'boolean' }], description: 'A sign.' },
  },
};

const test = base.extend('root', async ({}, { onCleanup }) => {
  const root = await mkdtemp(join(tmpdir(), 'vouch-docs-'));
  onCleanup(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'tools/kit/nx'), { recursive: true });
  await writeFile(join(root, 'tools/kit/nx/generators.json'), JSON.stringify({ generators }));
  await writeFile(join(root, 'tools/kit/nx/paint.json'), JSON.stringify(schema));
  return root;
});

test('lists generators with their arguments', ({ root }) => {
  expect(generatorTable(root)).toContain('| `nx g paint <wall>` | Paint a wall |');
});

test('lists the options of a generator with values and defaults', ({ root }) => {
  const rows = optionTable(root, 'paint')
    .split('\n')
    .slice(2)
    .map((row) => row.replaceAll(/ +/g, ' '));
  expect(rows).toEqual([
    '| `<wall>` | The wall. |',
    '| `--colour=<red\\|blue>` | The paint. Default: `red`. |',
    '| `--coats=<number>` | How often. Default: `2`. |',
    '| `--dry` | Wait. |',
    '| `--label=<string>` | A sign. |',
  ]);
});

test('rejects a generator that does not exist', ({ root }) => {
  expect(() => optionTable(root, 'print')).toThrow('There is no generator "print". Expected one of: paint.');
});
