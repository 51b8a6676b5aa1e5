import {
  type Alert,
  AlertClosedError,
  type AlertCounts,
  type AlertFilter,
  AlertNotFoundError,
  type AlertPeriod,
  type Alerts,
  type AlertState,
  type Event,
} from '@acme/alerts-contract';
import type { Actor, Tenants } from '@acme/identity-contract';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AlertEntity } from '../entities/alert.ts';
import type { AlertCounting } from './alert-counting.ts';
import type { AlertHub } from './alert-hub.ts';
import type { AlertRelay } from './alert-relay.ts';
import type { Clock } from './clock.ts';
import { raise } from './raise.ts';
import { selectAlerts } from './select-alerts.ts';
import { toAlert } from './to-alert.ts';

interface AlertsServiceParts {
  readonly tenants: Tenants<EntityManager>;
  readonly hub: AlertHub;
  readonly relay: AlertRelay;
  readonly counting: AlertCounting;
  readonly now: Clock;
}

export class AlertsService implements Alerts {
  readonly #parts: AlertsServiceParts;

  constructor(parts: AlertsServiceParts) {
    this.#parts = parts;
  }

  async report(actor: Actor, event: Event): Promise<Alert[]> {
    const { organizationId } = actor;
    const { tenants, hub, relay, counting, now } = this.#parts;
    const raised = await tenants.within(actor, async (em) => {
      const alerts = await raise(em, organizationId, event, now());
      await relay.announce(em, organizationId, alerts);
      return alerts;
    });
    await counting.forget(actor);
    hub.tell(organizationId, raised);
    return raised;
  }

  async list(actor: Actor, { state }: AlertFilter): Promise<Alert[]> {
    return this.#parts.tenants.read<Alert>(actor, newestAlerts, [state]);
  }

  async count(actor: Actor, period: AlertPeriod): Promise<AlertCounts> {
    return this.#parts.counting.count(actor, period);
  }

  async acknowledge(actor: Actor, alertId: string): Promise<Alert> {
    return this.#change(actor, alertId, 'acknowledged');
  }

  async dismiss(actor: Actor, alertId: string): Promise<Alert> {
    return this.#change(actor, alertId, 'dismissed');
  }

  async #change(actor: Actor, alertId: string, state: AlertState): Promise<Alert> {
    const changed = await this.#parts.tenants.within(actor, async (em) => {
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const alert = await em.findOne(AlertEntity, { id: alertId }, { lockMode });
      if (!alert) throw new AlertNotFoundError();
      if (alert.state === 'dismissed' && state !== 'dismissed') throw new AlertClosedError();
      alert.state = state;
      await em.flush();
      await em.populate(alert, ['rule']);
      return toAlert(alert);
    });
    await this.#parts.counting.forget(actor);
    return changed;
  }
}

/** The newest are found first and joined then: the other way round all alerts of all rules would be read. */
const newestAlerts = `
  with newest as (
    select * from alerts where organization_id = app_organization_id() and ($1::text is null or state = $1)
    order by raised_at desc, id desc limit 100)
  ${selectAlerts('newest')}
  order by a.raised_at desc, a.id desc`;
