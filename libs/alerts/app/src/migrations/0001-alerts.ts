import { Migration } from '@mikro-orm/migrations';

/** Rules, alerts, webhooks, deliveries, and the queue of deliveries. */
export class Alerts0001 extends Migration {
  static readonly weakensTenancy = {
    'table delivery_queue': 'due deliveries are claimed across tenants; it holds only ids and times',
  };

  override name = 'alerts-0001';

  override up(): void {
    this.#rulesAndAlerts();
    this.#webhooks();
    this.#queue();
    for (const table of ['alert_rules', 'alerts', 'webhooks', 'deliveries']) this.#protect(table);
  }

  override down(): void {
    this.addSql('drop table delivery_queue, deliveries, webhooks, alerts, alert_rules');
  }

  #rulesAndAlerts(): void {
    this.addSql(`create table alert_rules (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      name varchar(100) not null,
      severity text not null check (severity in ('info', 'warning', 'critical')),
      condition jsonb not null,
      created_at timestamptz not null,
      unique (organization_id, id)
    )`);
    this.addSql(`create table alerts (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      rule_id uuid not null,
      event_id uuid not null,
      state text not null check (state in ('raised', 'acknowledged', 'dismissed')),
      raised_at timestamptz not null,
      unique (organization_id, id),
      unique (organization_id, rule_id, event_id),
      foreign key (organization_id, rule_id) references alert_rules (organization_id, id) on delete cascade
    )`);
    this.addSql('create index alerts_newest on alerts (organization_id, raised_at desc)');
  }

  #webhooks(): void {
    this.addSql(`create table webhooks (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      url varchar(500) not null,
      secret varchar(43) not null,
      failures_in_row integer not null default 0,
      last_failure_at timestamptz,
      created_at timestamptz not null,
      unique (organization_id, id)
    )`);
    this.addSql(`create table deliveries (
      id uuid primary key,
      organization_id uuid not null references organizations on delete cascade,
      webhook_id uuid not null,
      alert_id uuid not null,
      state text not null check (state in ('pending', 'delivered', 'given-up')),
      created_at timestamptz not null,
      unique (organization_id, id),
      unique (organization_id, webhook_id, alert_id),
      foreign key (organization_id, webhook_id) references webhooks (organization_id, id) on delete cascade,
      foreign key (organization_id, alert_id) references alerts (organization_id, id) on delete cascade
    )`);
    this.addSql('create index deliveries_of_alert on deliveries (organization_id, alert_id)');
  }

  /** Without row-level security: due deliveries are claimed across tenants. It holds only ids and times. */
  #queue(): void {
    this.addSql(`create table delivery_queue (
      delivery_id uuid primary key,
      organization_id uuid not null,
      due_at timestamptz not null,
      tries integer not null default 0,
      foreign key (organization_id, delivery_id) references deliveries (organization_id, id) on delete cascade
    )`);
    this.addSql('create index delivery_queue_due on delivery_queue (due_at)');
  }

  #protect(table: string): void {
    this.addSql(`alter table ${table} enable row level security`);
    this.addSql(`alter table ${table} force row level security`);
    this.addSql(`create policy tenant on ${table}
      using (organization_id = app_organization_id()) with check (organization_id = app_organization_id())`);
  }
}
