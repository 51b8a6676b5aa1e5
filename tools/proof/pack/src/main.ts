import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packCreate, packKit, type PackedTarball } from './pack-kit.ts';

/** `npm run pack`: the packages of the kit as tarballs, in dist/packages or the folder that --out names, and checked. */
const root = join(import.meta.dirname, '../../../..');
const { values } = parseArgs({
  options: { out: { type: 'string', default: 'dist/packages' }, json: { type: 'boolean', default: false } },
});
const out = resolve(values.out);
const kit = await packKit(root, out);

// what `nx g rename` reads: the packages that a workspace depends on
if (values.json) console.log(JSON.stringify(kit));
else await report([...kit, await packCreate(root, out, kit)]);

async function report(packed: readonly PackedTarball[]): Promise<void> {
  const { packageProblems } = await import('./check-packages.ts');
  const problems = await packageProblems(packed);
  for (const { file, unpackedSize } of packed)
    console.log(`${relative(process.cwd(), file)}  ${Math.ceil(unpackedSize / 1_024)} KiB unpacked`);
  for (const problem of problems) console.error(`✗ ${problem}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
