import { onCommit } from '../sql/statement-problems.ts';

/** The code of the error by which the server says that a sandboxed test made a table that its COMMIT would drop or empty. */
export const onCommitCode = 'VO001';

/**
 * Has the server unsupported temporary tables ON COMMIT DROP and DELETE ROWS that are made inside functions. What was called
 * stands in the context of the event, and what it does in its source.
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
