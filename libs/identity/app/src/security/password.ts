import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's figures for Argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** @returns the password's hash with the parameters for verifying it, in the PHC string format */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, { ...cost, nonce });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const parts = phc.exec(hash)?.groups;
  if (!parts?.['nonce'] || !parts['tag']) return false;
  const expected = Buffer.from(parts['tag'], 'base64');
  const actual = await tagOf(password, {
    memory: Number(parts['memory']),
    passes: Number(parts['passes']),
    parallelism: Number(parts['parallelism']),
    tagLength: expected.length,
    nonce: Buffer.from(parts['nonce'], 'base64'),
  });
  return timingSafeEqual(actual, expected);
}

/** Takes as long as verifying a password, and fails. For accounts that do not exist. */
export async function verifyNothing(password: string): Promise<false> {
  await tagOf(password, { ...cost, nonce: Buffer.alloc(16) });
  return false;
}

const phc =
  /^\$argon2id\$v=19\$m=(?<memory>\d+),t=(?<passes>\d+),p=(?<parallelism>\d+)\$(?<nonce>[\w+/]+)\$(?<tag>[\w+/]+)$/;

/** Composed and decomposed accents are the same password. */
function tagOf(password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> {
  return derive('argon2id', { ...parameters, message: password.normalize('NFKC') });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
