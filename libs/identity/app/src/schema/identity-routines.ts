import { Routine } from '@mikro-orm/core';

/** Said in full, or MikroORM would make the functions anew when it writes how a migration is taken back. */
const sql = { type: 'function', language: 'sql', security: 'invoker' } as const;

/** The organization for which the transaction works; none unless it says so. */
const organizationId = new Routine({
  name: 'app_organization_id',
  ...sql,
  returns: { runtimeType: 'string', columnType: 'uuid', nullable: true },
  expression: `create function app_organization_id() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.organization_id', true), '')::uuid`,
});

/** The user on whose behalf the transaction works; none unless it says so. */
const userId = new Routine({
  name: 'app_user_id',
  ...sql,
  returns: { runtimeType: 'string', columnType: 'uuid', nullable: true },
  expression: `create function app_user_id() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.user_id', true), '')::uuid`,
});

/**
 * Whose session a token opens, and the role of that user in an organization, asked as that user: one statement instead
 * of two queries and a transaction, for every request.
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
