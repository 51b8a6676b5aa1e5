import { randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Has } from '../protections.ts';
import { hashOf } from './authorize.ts';
import { Problem } from './problem.ts';
import { type Call, closed, type Route } from './route.ts';
import type { Tenants } from './tenants.ts';

/** Delivers a code to an email address. */
export type Mail = (email: string, code: string) => void;

/** The routes by which people register and sign in. */
export function accountRoutes(has: Has, mail: Mail): Route[] {
  const { email, name, secret, code } = fieldsOf(has);
  const session = { token: { type: 'string' }, userId: { type: 'string', format: 'uuid' } };
  return [
    {
      name: 'POST /accounts',
      policy: 'public',
      body: closed('Registration', { email, name }),
      status: 202,
      handle: (call) => register(call, has, mail),
    },
    {
      name: 'POST /accounts/password-requests',
      policy: 'public',
      body: closed('NewPasswordRequest', { email }),
      status: 202,
      handle: (call) => requestPassword(call, mail),
    },
    {
      name: 'POST /accounts/passwords',
      policy: 'public',
      body: closed('ChosenPassword', { code, password: secret }),
      status: 204,
      problems: [[401, 'invalid-code']],
      handle: choosePassword,
    },
    {
      name: 'POST /sessions',
      policy: 'public',
      body: closed('Credentials', { email, password: secret }),
      status: 201,
      response: closed('OpenedSession', session),
      problems: [[401, 'invalid-credentials']],
      handle: (call) => signIn(call, has),
    },
  ];
}

function fieldsOf(has: Has) {
  const printable = { type: 'string', minLength: 1, pattern: String.raw`^\P{Cc}*$` };
  return {
    name: { ...printable, maxLength: 100, examples: ['Ada'] },
    secret: { ...printable, maxLength: 200, examples: ['a long enough password'] },
    code: { ...printable, maxLength: 200, examples: ['a code from a mail'] },
    email: {
      type: 'string',
      maxLength: 254,
      examples: ['ada@example.com'],
      ...(has('emailFormat') && { format: 'email' }),
    },
  };
}

async function register({ body, tenants }: Call, has: Has, mail: Mail): Promise<void> {
  const { email = '', name } = body;
  await (has('boundValues')
    ? tenants.query('select from users where email = $1', [email])
    : tenants.query(`select from users where email = '${email}'`));
  const [added] = await tenants.query<{ id: string }>(
    'insert into users values ($1, $2, $3) on conflict do nothing returning id',
    [randomUUID(), email, name],
  );
  if (added) mail(email, await newCode(tenants, added.id));
}

async function requestPassword({ body, tenants }: Call, mail: Mail): Promise<void> {
  const { email = '' } = body;
  const [user] = await tenants.query<{ id: string }>('select id from users where email = $1', [email]);
  if (user) mail(email, await newCode(tenants, user.id));
}

async function newCode(tenants: Tenants, user: string): Promise<string> {
  const code = randomBytes(16).toString('base64url');
  await tenants.query('insert into codes values ($1, $2)', [code, user]);
  return code;
}

async function choosePassword({ body, tenants }: Call): Promise<void> {
  const [code] = await tenants.query<{ user_id: string }>(
    'delete from codes where code = $1 returning user_id',
    [body['code']],
  );
  if (!code) throw new Problem(401, 'invalid-code');
  const hash = await hashPassword(body['password'] ?? '');
  await tenants.query('update users set password_hash = $2 where id = $1', [code.user_id, hash]);
}

async function signIn({ body, tenants }: Call, has: Has): Promise<object> {
  const [user] = await tenants.query<{ id: string; password_hash: string | null }>(
    'select id, password_hash from users where email = $1',
    [body['email']],
  );
  const isRight =
    user || has('sameWork')
      ? await isPassword(body['password'] ?? '', user?.password_hash ?? dummyHash)
      : false;
  if (!user && !has('sameAnswers')) throw new Problem(401, 'invalid-credentials', 'No such account.');
  if (!user || !isRight) throw new Problem(401, 'invalid-credentials');
  const token = randomBytes(32).toString('base64url');
  await tenants.query('insert into sessions values ($1, $2, $3)', [randomUUID(), user.id, hashOf(token)]);
  return { token, userId: user.id };
}

/** The hash of a password that has no account. */
const dummyHash = `${'0'.repeat(32)}:${'0'.repeat(64)}`;

/** Returns salt and hash of a password. */
export async function hashPassword(
  password: string,
  salt = randomBytes(16).toString('hex'),
): Promise<string> {
  const hash = await promisify<string, string, number, object, Buffer>(scrypt)(password, salt, 32, {
    N: 2 ** 12,
  });
  return `${salt}:${hash.toString('hex')}`;
}

async function isPassword(password: string, stored: string): Promise<boolean> {
  const [salt = ''] = stored.split(':', 1);
  return timingSafeEqual(Buffer.from(await hashPassword(password, salt)), Buffer.from(stored));
}
