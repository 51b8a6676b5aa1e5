import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { type Json, ValueTooLargeError } from '@acme/cache-contract';
import type { CacheOptions } from './cache-options.ts';

type Limits = Required<Pick<CacheOptions, 'maxValueBytes' | 'compressFrom'>>;

/** Encodes a value as JSON after a "j", or as compressed JSON after a "z" if that is shorter. */
export async function encodeValue(value: Json, { maxValueBytes, compressFrom }: Limits): Promise<string> {
  const json = JSON.stringify(value);
  const bytes = Buffer.byteLength(json);
  const plain = `j${json}`;
  const shorter = bytes < compressFrom ? plain : await compressed(json);
  const encoded = Buffer.byteLength(shorter) < bytes ? shorter : plain;
  if (Buffer.byteLength(encoded) > maxValueBytes) throw new ValueTooLargeError(bytes, maxValueBytes);
  return encoded;
}

/** Returns undefined for damaged text: a cache may lose values, but must not fail. */
export async function decodeValue(encoded: string): Promise<Json | undefined> {
  try {
    const rest = encoded.slice(1);
    const json = encoded.startsWith('z')
      ? (await promisify(gunzip)(Buffer.from(rest, 'base64'))).toString()
      : rest;
    return JSON.parse(json) as Json;
  } catch {
    return undefined;
  }
}

async function compressed(json: string): Promise<string> {
  return `z${(await promisify(gzip)(json)).toString('base64')}`;
}
