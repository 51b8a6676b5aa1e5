import { Routine } from '@mikro-orm/core';

/**
 * Returns the user of a session and that user's role in an organization, read as that user: one statement per request
 * instead of two queries and a transaction.
 */
const enter = new Routine({
  name: 'app_enter',
  type: 'function',
  language: 'plpgsql',
  security: 'invoker',
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

export const identityRoutines = [enter];
