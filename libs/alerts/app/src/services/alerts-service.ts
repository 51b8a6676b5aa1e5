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
import type { Clock } from './clock.ts';
import { raise } from './raise.ts';
import { toAlert } from './to-alert.ts';

export class AlertsService implements Alerts {
  readonly #tenants: Tenants<EntityManager>;
  readonly #hub: AlertHub;
  readonly #counting: AlertCounting;
  readonly #now: Clock;

  constructor(tenants: Tenants<EntityManager>, hub: AlertHub, counting: AlertCounting, now: Clock) {
    this.#tenants = tenants;
    this.#hub = hub;
    this.#counting = counting;
    this.#now = now;
  }

  async report(actor: Actor, event: Event): Promise<Alert[]> {
    const { organizationId } = actor;
    const raised = await this.#tenants.within(actor, (em) => raise(em, organizationId, event, this.#now()));
    await this.#counting.forget(actor);
    this.#hub.tell(organizationId, raised);
    return raised;
  }

  async list(actor: Actor, { state }: AlertFilter): Promise<Alert[]> {
    return this.#tenants.read<Alert>(actor, newestAlerts, [state]);
  }

  async count(actor: Actor, period: AlertPeriod): Promise<AlertCounts> {
    return this.#counting.count(actor, period);
  }

  async acknowledge(actor: Actor, alertId: string): Promise<Alert> {
    return this.#change(actor, alertId, 'acknowledged');
  }

  async dismiss(actor: Actor, alertId: string): Promise<Alert> {
    return this.#change(actor, alertId, 'dismissed');
  }

  async #change(actor: Actor, alertId: string, state: AlertState): Promise<Alert> {
    const changed = await this.#tenants.within(actor, async (em) => {
      const lockMode = LockMode.PESSIMISTIC_WRITE;
      const alert = await em.findOne(AlertEntity, { id: alertId }, { lockMode });
      if (!alert) throw new AlertNotFoundError();
      if (alert.state === 'dismissed' && state !== 'dismissed') throw new AlertClosedError();
      alert.state = state;
      await em.flush();
      await em.populate(alert, ['rule']);
      return toAlert(alert);
    });
    await this.#counting.forget(actor);
    return changed;
  }
}

/** The newest are found first and joined then: the other way round all alerts of all rules would be read. */
const newestAlerts = `
  with newest as (
    select * from alerts where organization_id = app_organization_id() and ($1::text is null or state = $1)
    order by raised_at desc, id desc limit 100)
  select a.id, a.rule_id as "ruleId", a.event_id as "eventId", r.name as title, r.severity, a.state,
    a.raised_at as "raisedAt"
  from newest a join alert_rules r on r.organization_id = a.organization_id and r.id = a.rule_id
  order by a.raised_at desc, a.id desc`;
