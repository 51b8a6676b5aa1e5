import type pg from 'pg';

/** How many rows of each kind an organization gets. */
export interface Rows {
  readonly members?: number;
  readonly invitations?: number;
  // <sample alerts>
  readonly rules?: number;
  readonly alerts?: number;
  readonly webhooks?: number;
  // </sample alerts>
}

/** Inserts organizations with rows of every kind past the API, because there may be many. */
export async function insertTenants(admin: pg.Client, count: number, rows: Rows): Promise<string[]> {
  const { rows: inserted } = await admin.query<{ id: string }>(
    `insert into organizations (id, name, slug, created_at)
     select id, 'Tenant', 'tenant-' || id, now() from (select gen_random_uuid() as id from generate_series(1, $1)) new
     returning id`,
    [count],
  );
  const ids = inserted.map(({ id }) => id);
  await fillTenants(admin, ids, rows);
  return ids;
}

/** Adds rows to organizations. Each name contains the id of its organization, so that a test recognizes whose it is. */
export async function fillTenants(admin: pg.Client, ids: readonly string[], rows: Rows): Promise<void> {
  const steps: [sql: string, count: number][] = [
    [people, rows.members ?? 10],
    [memberships, rows.members ?? 10],
    [invited, rows.invitations ?? 0],
    // <sample alerts>
    [alertRules, rows.rules ?? 5],
    [raisedAlerts, rows.alerts ?? 0],
    [hooks, rows.webhooks ?? 0],
    // </sample alerts>
  ];
  for (const [sql, count] of steps) if (count > 0) await admin.query(sql, [ids, count]);
  await admin.query('analyze');
}

const each = 'from unnest($1::uuid[]) o, generate_series(1, $2::int) n';

const people = `insert into users (id, email, name, created_at)
  select md5(o || ' user ' || n)::uuid, md5(o || ' user ' || n) || '@example.com', 'Person ' || n || ' of ' || o, now() ${each}`;

const memberships = `insert into memberships (id, organization_id, user_id, role, created_at)
  select gen_random_uuid(), o, md5(o || ' user ' || n)::uuid, 'member', now() ${each}`;

const invited = `insert into invitations (id, organization_id, email, role, code_hash, expires_at, created_at)
  select gen_random_uuid(), o, n || '.' || o || '@example.com', 'viewer', md5(o || ' code ' || n), now() + interval '1 day', now() ${each}`;

// <sample alerts>
const alertRules = `insert into alert_rules (id, organization_id, name, severity, condition, created_at)
  select md5(o || ' rule ' || n)::uuid, o, 'Rule ' || n || ' of ' || o, 'info', '{"kind": "person", "minConfidence": 0.5}', now()
  ${each}`;

const raisedAlerts = `insert into alerts (id, organization_id, rule_id, event_id, state, raised_at)
  select gen_random_uuid(), o, md5(o || ' rule 1')::uuid, gen_random_uuid(), 'raised', now() - n * interval '1 minute' ${each}`;

const hooks = `insert into webhooks (id, organization_id, url, secret, created_at)
  select gen_random_uuid(), o, 'https://' || n || '.example/' || o, repeat('x', 43), now() ${each}`;
// </sample alerts>
