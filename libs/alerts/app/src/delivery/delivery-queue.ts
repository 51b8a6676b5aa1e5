import type { Tenants } from '@acme/identity-contract';
import type { EntityManager } from '@mikro-orm/postgresql';

export interface DueDelivery {
  readonly id: string;
  readonly organizationId: string;
  /** This one included. */
  readonly tries: number;
}

/** While a delivery is being tried it is not due; when its process dies, it is due again after this. */
const lease = 60_000;

/** What is to be delivered, across tenants: ids and times alone. */
export class DeliveryQueue {
  readonly #tenants: Tenants<EntityManager>;

  constructor(tenants: Tenants<EntityManager>) {
    this.#tenants = tenants;
  }

  /** Takes what is due, so that nobody else takes it. */
  async claim(count: number, now: Date): Promise<DueDelivery[]> {
    return this.#tenants.within({}, (em) =>
      em.execute<DueDelivery[]>(
        `update delivery_queue set due_at = ?, tries = tries + 1 where delivery_id in (
           select delivery_id from delivery_queue where due_at <= ? order by due_at limit ? for update skip locked)
         returning delivery_id as id, organization_id as "organizationId", tries`,
        [new Date(now.getTime() + lease), now, count],
      ),
    );
  }
}
