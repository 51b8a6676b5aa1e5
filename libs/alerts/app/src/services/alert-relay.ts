import { randomUUID } from 'node:crypto';
import type { Alert } from '@acme/alerts-contract';
import type { Tenants } from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { AlertHub } from './alert-hub.ts';
import { selectAlerts } from './select-alerts.ts';

/** What processes tell each other by way of the database. */
export interface Notices {
  listen(channel: string, listener: NoticeListener): void;
}

interface NoticeListener {
  readonly onNotice: (payload: string) => void;
  readonly onListening: () => void;
}

const channel = 'alerts_raised';

/**
 * Tells the followers of this process what other processes raise. They say so when the transaction is committed, by
 * ids alone: whoever hears of it reads the alert as the tenant that it belongs to.
 */
export class AlertRelay {
  readonly #tenants: Tenants<EntityManager>;
  readonly #hub: AlertHub;
  readonly #self = randomUUID();
  #told: Promise<void> = Promise.resolve();

  constructor(tenants: Tenants<EntityManager>, hub: AlertHub) {
    this.#tenants = tenants;
    this.#hub = hub;
  }

  listenTo(notices: Notices): void {
    notices.listen(channel, {
      onNotice: (payload) => this.#hear(payload),
      onListening: () => this.#hub.tellGap(),
    });
  }

  /** In the transaction that raises them: what is rolled back is never heard of. */
  async announce(em: EntityManager, organizationId: string, alerts: readonly Alert[]): Promise<void> {
    if (alerts.length === 0) return;
    const payloads = alerts.map(({ id }) => `${this.#self} ${organizationId} ${id}`);
    await em.execute(`select pg_notify('${channel}', payload) from unnest(string_to_array(?, ',')) payload`, [
      payloads.join(),
    ]);
  }

  #hear(payload: string): void {
    const [origin, organizationId = '', alertId = ''] = payload.split(' ');
    if (origin === this.#self || !this.#hub.hasFollowers(organizationId)) return;
    this.#told = this.#told.then(() => this.#tell(organizationId, alertId)).catch(() => this.#hub.tellGap());
  }

  async #tell(organizationId: string, alertId: string): Promise<void> {
    const alerts = await this.#tenants.read<Alert>({ organizationId }, oneAlert, [alertId]);
    this.#hub.tell(organizationId, alerts);
  }
}

const oneAlert = `${selectAlerts('alerts')} where a.organization_id = app_organization_id() and a.id = $1`;
