import type { Template, TestServer } from '../../src/servers/index.ts';
import { acquireServer } from '../../src/servers/index.ts';
import { connect } from '../../src/servers/postgres/connect.ts';

/** A schema for everything that the sandbox imitates: deferred checks, settings, cursors, locks. */
const tables = `
  create table item (id int primary key, name text not null, quantity int not null default 0 check (quantity >= 0),
    parent int references item deferrable initially deferred);
  create table place (item int references item deferrable initially immediate, position int,
    constraint one_per_position unique (position) deferrable initially deferred);
  create table entry (number serial primary key, text text not null);
  create table note (tenant text not null, text text not null);
  alter table note enable row level security;
  alter table note force row level security;
  create policy tenant on note using (tenant = current_setting('app.tenant', true));
  create type mood as enum ('glad', 'sad');
  create view names as select id, name from item;
  grant select on names to vouch_app;`;

const functions = `
  create function set_tenant(name text) returns void language plpgsql as
    $$ begin perform set_config('app.tenant', name, true); end $$;
  create function set_path() returns void language plpgsql as $$ begin set local search_path = pg_catalog; end $$;
  create function set_for_session(name text) returns void language plpgsql as
    $$ begin perform set_config('app.tenant', name, false); end $$;
  create function open_items() returns refcursor language plpgsql as
    $$ declare items refcursor := 'items'; begin open items for select id from item order by id; return items; end $$;
  create function lock_session() returns void language sql as $$ select pg_advisory_lock(7) $$;
  create function lock_transaction() returns void language sql as $$ select pg_advisory_xact_lock(7) $$;
  create function transaction_number() returns text language sql as $$ select pg_current_xact_id()::text $$;
  create function isolation() returns text language sql as $$ select current_setting('transaction_isolation') $$;
  create function scratch_table() returns void language plpgsql as
    $$ begin create temporary table scratch (id int) on commit drop; end $$;
  create function add_item(id int, name text) returns void language sql as
    $$ insert into item (id, name) values (id, name) $$;
  create function try_sql(statement text) returns text language plpgsql as
    $$ begin execute statement; return 'done'; exception when others then return sqlstate; end $$;
  create function all_notes() returns bigint language sql security definer as $$ select count(*) from note $$;
  create procedure commit_inside() language plpgsql as $$ begin commit; end $$;
  create procedure double(inout value int) language plpgsql as $$ begin value := value * 2; end $$;`;

const constraintTrigger = `
  create function no_gaps() returns trigger language plpgsql as $$ begin
    if new.text = 'bad' then raise exception 'entry % is bad', new.number using errcode = 'P0042'; end if;
    return null;
  end $$;
  create constraint trigger no_gaps after insert on entry deferrable initially deferred
    for each row execute function no_gaps();`;

export const schema = `${tables}${functions}${constraintTrigger}`;

/** Restores a database that was really written to. */
export const cleanUp = `
  set session_replication_role = replica;
  delete from item; delete from place; delete from entry; delete from note;
  select setval('entry_number_seq', 1, false);
  reset all; select pg_advisory_unlock_all()`;

/** The template of the comparison. */
export async function differentialTemplate(): Promise<{ server: TestServer; template: Template }> {
  const server = await acquireServer();
  const build = async (ownerUrl: string): Promise<void> => {
    await using owner = await connect(ownerUrl);
    await owner.query(schema);
  };
  return { server, template: await server.template({ key: `differential ${schema}`, build }) };
}
