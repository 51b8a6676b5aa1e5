import { createHmac, randomBytes } from 'node:crypto';
import type { Person } from '../api-port.ts';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Returns a JWT as an attacker would forge one. */
function jwt(header: object, claims: object, key = ''): string {
  const signed = `${base64url(header)}.${base64url(claims)}`;
  return `${signed}.${key && createHmac('sha256', key).update(signed).digest('base64url')}`;
}

/**
 * Returns more than 60 `authorization` headers that resemble a person's and must not be accepted, by what is wrong.
 *
 * @example
 * for (const [kind, authorization] of Object.entries(forgedHeaders(person, password)))
 *   expect((await anyone.get('/me', { authorization })).status, kind).toBe(401);
 */
export function forgedHeaders({ token, userId, email }: Person, password: string): Record<string, string> {
  const broken = Object.fromEntries([
    ...Array.from({ length: 20 }, (_, at) => [`cut to ${at * 2}`, token.slice(0, at * 2)]),
    ...Array.from({ length: 10 }, (_, at) => [`character ${at * 4} changed`, changed(token, at * 4)]),
    ...['', '.', '=', 'A', '-', '%00', '"', "' or '1'='1", '*', '../', 'null', 'undefined'].map((more) => [
      `"${more}" appended`,
      `${token}${more || 'B'}`,
    ]),
  ]) as Record<string, string>;
  const forged = {
    'upper case': token.toUpperCase(),
    reversed: [...token].toReversed().join(''),
    twice: token + token,
    'twice, with a comma': `${token}, Bearer ${token}`,
    random: randomBytes(32).toString('base64url'),
    zeros: 'A'.repeat(43),
    underscores: '_'.repeat(43),
    'the id of the user': userId,
    'a hash': randomBytes(32).toString('hex'),
    'thousands of characters': 'A'.repeat(8_000),
    'JWT without signature': jwt({ alg: 'none' }, { sub: userId }),
    'JWT with an empty key': jwt({ alg: 'HS256' }, { sub: userId }, ' '),
    'JWT with a guessed key': jwt({ alg: 'HS256' }, { sub: userId, role: 'owner' }, 'secret'),
    'JWT with a key of the attacker’s': jwt(
      { alg: 'HS256', jku: 'https://evil.example' },
      { sub: userId },
      'x',
    ),
    'JWT with a path for a key': jwt({ alg: 'HS256', kid: '../../dev/null' }, { sub: userId }, 'x'),
    SQL: "' union select token_hash from sessions --",
    JSON: '{"$ne":null}',
  };
  const bearer = Object.entries({ ...broken, ...forged }).map(([kind, value]) => [kind, `Bearer ${value}`]);
  return Object.fromEntries([...bearer, ...otherSchemes(token, email, password)]) as Record<string, string>;
}

function otherSchemes(token: string, email: string, password: string): [string, string][] {
  const basic = Buffer.from(`${email}:${password}`).toString('base64');
  return [
    ['no scheme', token],
    ['another scheme', `Token ${token}`],
    ['basic', `Basic ${basic}`],
    ['digest', `Digest username="${email}"`],
    ['two spaces', `Bearer  ${token}`],
    ['nothing after the scheme', 'Bearer'],
    ['an equals sign', `Bearer=${token}`],
    ['a quoted token', `Bearer "${token}"`],
    ['schemes in a row', `Basic x, Bearer ${token}`],
  ];
}

function changed(token: string, at: number): string {
  return token.slice(0, at) + (token[at] === 'x' ? 'y' : 'x') + token.slice(at + 1);
}
