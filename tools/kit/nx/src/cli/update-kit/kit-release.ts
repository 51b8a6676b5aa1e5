import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** A package of a release, as its index `packages.json` lists it. */
export interface ReleasedPackage {
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly integrity: string;
}

/** A folder with the output of `npm run pack`, or the address of such a folder. */
export interface KitRelease {
  readonly packages: readonly ReleasedPackage[];
  readonly read: (released: ReleasedPackage) => Promise<Buffer>;
}

/** @throws Error where the place has no index, or a file is not what the index says */
export async function openRelease(place: string): Promise<KitRelease> {
  const load = /^https?:\/\//.test(place) ? fromUrl(place) : fromFolder(place);
  const index = await load('packages.json').catch((error: unknown) => {
    throw new Error(
      `${place} holds no packages.json: ${(error as Error).message}. Expected a folder made by npm run pack, or its address.`,
    );
  });
  const packages = JSON.parse(index.toString('utf8')) as ReleasedPackage[];
  return { packages, read: async (released) => verified(released, await load(basename(released.file))) };
}

function fromFolder(folder: string): (file: string) => Promise<Buffer> {
  return (file) => readFile(join(folder, file));
}

function fromUrl(url: string): (file: string) => Promise<Buffer> {
  return async (file) => {
    const response = await fetch(new URL(file, url.endsWith('/') ? url : `${url}/`));
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
}

function verified({ file, integrity }: ReleasedPackage, content: Buffer): Buffer {
  const actual = `sha512-${createHash('sha512').update(content).digest('base64')}`;
  if (actual === integrity) return content;
  throw new Error(
    `${file} has the hash ${actual}. Expected ${integrity}, as packages.json says. Nothing was written.`,
  );
}
