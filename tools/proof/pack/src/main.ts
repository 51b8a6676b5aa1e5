import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packKit } from './pack-kit.ts';

/** `npm run pack`: the packages of the kit as tarballs, in dist/packages or the folder that --out names. */
const root = join(import.meta.dirname, '../../../..');
const { values } = parseArgs({
  options: { out: { type: 'string', default: 'dist/packages' }, json: { type: 'boolean' } },
});
const tarballs = packKit(root, resolve(values.out));

if (values.json) console.log(JSON.stringify(tarballs));
else
  for (const { file, unpackedSize } of tarballs)
    console.log(`${relative(process.cwd(), file)}  ${Math.round(unpackedSize / 1_024)} KiB unpacked`);
