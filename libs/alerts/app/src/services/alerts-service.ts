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
import type { Actor, Clock, Tenants } from '@acme/platform-contract';
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AlertEntity } from '../entities/alert.ts';
import type { AlertCounting } from './alert-counting.ts';
import type { AlertHub } from './alert-hub.ts';
import type { AlertRelay } from './alert-relay.ts';
import { selectAlerts, toAlert } from './alert-mapping.ts';
import { raiseAlerts } from './raise-alerts.ts';

interface AlertsServiceDependencies {
  readonly tenants: Tenants<EntityManager>;
  readonly hub: AlertHub;
  readonly relay: AlertRelay;
  readonly counting: AlertCounting;
  readonly now: Clock;
}

export class AlertsService implements Alerts {
  readonly #dependencies: AlertsServiceDependencies;

  constructor(dependencies: AlertsServiceDependencies) {
    this.#dependencies = dependencies;
  }

  async report(actor: Actor, event: Event): Promise<Alert[]> {
    const { organizationId } = actor;
    const { tenants, hub, relay, counting, now } = this.#dependencies;
    const raised = await tenants.write(actor, async (em, sql) => {
      const alerts = await raiseAlerts({ em, sql, organizationId, now: now() }, event);
      await relay.announce(sql, organizationId, alerts);
      return alerts;
    });
    await counting.invalidate(actor);
    hub.publish(organizationId, raised);
    return raised;
  }

  async list(actor: Actor, { state }: AlertFilter): Promise<Alert[]> {
    return this.#dependencies.tenants.read<Alert>(actor, newestAlerts, [state]);
  }

  async count(actor: Actor, period: AlertPeriod): Promise<AlertCounts> {
    return this.#dependencies.counting.count(actor, period);
  }

  async acknowledge(actor: Actor, alertId: string): Promise<Alert> {
    return this.#change(actor, alertId, 'acknowledged');
  }

  async dismiss(actor: Actor, alertId: string): Promise<Alert> {
    return this.#change(actor, alertId, 'dismissed');
  }

  async #change(actor: Actor, alertId: string, state: AlertState): Promise<Alert> {
    const changed = await this.#dependencies.tenants.write(actor, async (em) => {
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const alert = await em.findOne(AlertEntity, { id: alertId }, { lockMode });
      if (!alert) throw new AlertNotFoundError();
      if (alert.state === 'dismissed' && state !== 'dismissed') throw new AlertClosedError();
      alert.state = state;
      await em.flush();
      await em.populate(alert, ['rule']);
      return toAlert(alert);
    });
    await this.#dependencies.counting.invalidate(actor);
    return changed;
  }
}

/** Finds the newest alerts before the join: otherwise PostgreSQL reads all alerts of all rules. */
const newestAlerts = `
  with newest as (
    select * from alerts where organization_id = app_organization_id() and ($1::text is null or state = $1)
    order by raised_at desc, id desc limit 100)
  ${selectAlerts('newest')}
  order by a.raised_at desc, a.id desc`;
