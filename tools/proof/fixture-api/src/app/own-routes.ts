import type { Has } from '../protections.ts';
import { hashPassword } from './account-routes.ts';
import { type Call, closed, type Route } from './route.ts';

/** The routes about the person who is signed in. */
export function ownRoutes(has: Has): Route[] {
  const text = { type: 'string' };
  return [
    {
      name: 'GET /me',
      policy: 'signed-in',
      status: 200,
      response: closed('Me', { userId: { type: 'string', format: 'uuid' }, email: text, name: text }),
      handle: (call) => show(call, has),
    },
    {
      name: 'PUT /me/password',
      policy: 'signed-in',
      body: closed('PasswordChange', {
        password: { type: 'string', minLength: 1, maxLength: 200, examples: ['a long enough password'] },
      }),
      status: 204,
      handle: (call) => changePassword(call, has),
    },
    {
      name: 'DELETE /sessions/current',
      policy: 'signed-in',
      status: 204,
      handle: async ({ actor, tenants }) => {
        if (has('signOut')) await tenants.query('delete from sessions where id = $1', [actor.session]);
      },
    },
  ];
}

async function show({ actor, tenants }: Call, has: Has): Promise<object> {
  const [user] = await tenants.query(
    `select id as "userId", email, name ${has('declaredFields') ? '' : ', password_hash as "passwordHash"'}
     from users where id = $1`,
    [actor.user],
  );
  return user ?? {};
}

async function changePassword({ actor, body, tenants }: Call, has: Has): Promise<void> {
  const hash = await hashPassword(body['password'] ?? '');
  await tenants.query('update users set password_hash = $2 where id = $1', [actor.user, hash]);
  if (!has('otherSessions')) return;
  await tenants.query('delete from sessions where user_id = $1 and id <> $2', [actor.user, actor.session]);
}
