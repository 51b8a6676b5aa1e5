import { randomUUID } from 'node:crypto';
import type { Alert } from '@acme/alerts-contract';
import type { Notifications } from '@acme/platform';
import type { RunSql, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AlertHub } from './alert-hub.ts';
import { selectAlerts } from './alert-mapping.ts';

const channel = 'alerts_raised';

/**
 * Passes on alerts that other processes raise to the followers of this process. A notification is sent when the
 * transaction commits and contains only ids; its receiver reads the alert as the tenant that owns it.
 */
export class AlertRelay {
  readonly #tenants: Tenants<EntityManager>;
  readonly #hub: AlertHub;
  readonly #self = randomUUID();
  #published: Promise<void> = Promise.resolve();

  constructor(tenants: Tenants<EntityManager>, hub: AlertHub) {
    this.#tenants = tenants;
    this.#hub = hub;
  }

  listenTo(notifications: Notifications): void {
    notifications.listen(channel, {
      onNotification: (payload) => this.#receive(payload),
      onListening: () => this.#hub.reportGap(),
    });
  }

  /** Must be called in the transaction that raises the alerts: a rollback also cancels the notifications. */
  async announce(sql: RunSql, organizationId: string, alerts: readonly Alert[]): Promise<void> {
    if (alerts.length === 0) return;
    const payloads = alerts.map(({ id }) => `${this.#self} ${organizationId} ${id}`);
    await sql(`select pg_notify('${channel}', payload) from unnest($1::text[]) payload`, [payloads]);
  }

  #receive(payload: string): void {
    const [origin, organizationId = '', alertId = ''] = payload.split(' ');
    if (origin === this.#self || !this.#hub.hasFollowers(organizationId)) return;
    this.#published = this.#published
      .then(() => this.#publish(organizationId, alertId))
      .catch(() => this.#hub.reportGap());
  }

  async #publish(organizationId: string, alertId: string): Promise<void> {
    const alerts = await this.#tenants.read<Alert>({ organizationId }, alertById, [alertId]);
    this.#hub.publish(organizationId, alerts);
  }
}

const alertById = `${selectAlerts('alerts')} where a.organization_id = app_organization_id() and a.id = $1`;
