import { Routine } from '@mikro-orm/core';

/** MikroORM compares these in the `down` of a migration; left out, it would recreate the functions there. */
const sql = { type: 'function', language: 'sql', security: 'invoker' } as const;

/** Returns the organization that the transaction has set; null if it has set none. */
const organizationId = new Routine({
  name: 'app_organization_id',
  ...sql,
  returns: { runtimeType: 'string', columnType: 'uuid', nullable: true },
  expression: `create function app_organization_id() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.organization_id', true), '')::uuid`,
});

/** Returns the user that the transaction has set; null if it has set none. */
const userId = new Routine({
  name: 'app_user_id',
  ...sql,
  returns: { runtimeType: 'string', columnType: 'uuid', nullable: true },
  expression: `create function app_user_id() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.user_id', true), '')::uuid`,
});

/**
 * Returns the user of a session and that user's role in an organization, read as that user: one statement per request
 * instead of two queries and a transaction.
 */
const enter = new Routine({
  name: 'app_enter',
  ...sql,
  language: 'plpgsql',
  params: {
    hash: { type: 'text' },
    moment: { type: 'timestamptz' },
    organization: { type: 'uuid' },
  },
  returns: { runtimeType: 'object', columnType: 'TABLE(member uuid, role_there text)', nullable: true },
  expression: `create function app_enter(hash text, moment timestamptz, organization uuid)
    returns table (member uuid, role_there text) language plpgsql as $$
      begin
        select user_id into member from sessions where token_hash = hash and expires_at > moment;
        if not found then return; end if;
        perform set_config('app.user_id', member::text, true);
        select role into role_there from memberships where organization_id = organization and user_id = member;
        return next;
      end $$`,
});

export const identityRoutines = [organizationId, userId, enter];
