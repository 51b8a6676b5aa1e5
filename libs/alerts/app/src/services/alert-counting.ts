import { type AlertCounts, type AlertPeriod, alertStates, severities } from '@acme/alerts-contract';
import type { Caches } from '@acme/cache-contract';
import type { Actor, Clock, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';

/** Counts all alerts of a period. Counting many alerts is slow, so the counts are cached. */
export class AlertCounting {
  readonly #tenants: Tenants<EntityManager>;
  readonly #caches: Caches;
  readonly #now: Clock;

  constructor(tenants: Tenants<EntityManager>, caches: Caches, now: Clock) {
    this.#tenants = tenants;
    this.#caches = caches;
    this.#now = now;
  }

  async count(actor: Actor, { period = 'week' }: AlertPeriod): Promise<AlertCounts> {
    const cache = this.#caches.of(actor.organizationId);
    const cached = await cache.get(`counts:${period}`);
    if (cached !== undefined) return cached as AlertCounts;
    const since = new Date(this.#now().getTime() - days[period] * 24 * 60 * 60 * 1000);
    const counts = tableOf(await this.#tenants.read<Group>(actor, groups, [since]));
    await cache.set(`counts:${period}`, counts, { seconds: 30, tags: [tag] });
    return counts;
  }

  /** Must be called after a change was committed: earlier, other callers would cache the old counts again. */
  async invalidate({ organizationId }: Actor): Promise<void> {
    await this.#caches.of(organizationId).invalidate(tag);
  }
}

const tag = 'alerts';
const days = { day: 1, week: 7, month: 30 };

type Group = { readonly [Key in 'state' | 'severity']: string } & { readonly count: number };

const groups = `
  select a.state, r.severity, count(*)::int as count
  from alerts a join alert_rules r on r.organization_id = a.organization_id and r.id = a.rule_id
  where a.organization_id = app_organization_id() and a.raised_at >= $1 group by a.state, r.severity`;

function tableOf(found: readonly Group[]): AlertCounts {
  const countOf = (state: string, severity: string): number =>
    found.find((group) => group.state === state && group.severity === severity)?.count ?? 0;
  const rowOf = (state: string) =>
    Object.fromEntries(severities.map((severity) => [severity, countOf(state, severity)]));
  return Object.fromEntries(alertStates.map((state) => [state, rowOf(state)])) as AlertCounts;
}
