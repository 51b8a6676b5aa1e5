import { onCommit } from '../sql/statement-problems.ts';

/** The error code with which the server rejects a temporary table that COMMIT would drop or empty. */
export const onCommitCode = 'VO001';

/**
 * Makes the server reject temporary tables ON COMMIT DROP and DELETE ROWS that functions create. The event's context
 * contains the called functions, and the catalogue their source.
 */
export const watchTablesSql = `
  create function pg_catalog.vouch_watch_tables() returns event_trigger language plpgsql set search_path = pg_catalog as $vouch$
  declare
    context text;
    sources text;
  begin
    if not exists (select from pg_event_trigger_ddl_commands() where schema_name = 'pg_temp') then return; end if;
    get diagnostics context = pg_context;
    select string_agg(prosrc, ' ') into sources from pg_proc
      where prolang not in (select oid from pg_language where lanname in ('internal', 'c'))
        and proname <> 'vouch_watch_tables' and position(proname in context) > 0;
    if concat_ws(' ', current_query(), context, sources) ~* '\\mon\\s+commit\\s+(drop|delete)\\M' then
      raise exception using errcode = '${onCommitCode}', message = $$A sandboxed test cannot make ${onCommit.what}: ${onCommit.why}.$$;
    end if;
  end $vouch$;
  create event trigger vouch_watch_tables on ddl_command_end when tag in ('CREATE TABLE', 'CREATE TABLE AS')
    execute function pg_catalog.vouch_watch_tables()`;
