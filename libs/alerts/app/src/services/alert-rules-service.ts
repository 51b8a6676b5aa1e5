import { type AlertRule, type AlertRules, type NewAlertRule, RuleNotFoundError } from '@acme/alerts-contract';
import type { Actor, Tenants } from '@acme/platform-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import { AlertRuleEntity } from '../entities/alert-rule.ts';
import type { AlertCounting } from './alert-counting.ts';

export class AlertRulesService implements AlertRules {
  readonly #tenants: Tenants<EntityManager>;
  readonly #counting: AlertCounting;

  constructor(tenants: Tenants<EntityManager>, counting: AlertCounting) {
    this.#tenants = tenants;
    this.#counting = counting;
  }

  async create(actor: Actor, rule: NewAlertRule): Promise<AlertRule> {
    return this.#tenants.write(actor, async (em) => {
      const { organizationId } = actor;
      const entity = em.create(AlertRuleEntity, { ...rule, organizationId });
      await em.flush();
      return toRule(entity);
    });
  }

  async list(actor: Actor): Promise<AlertRule[]> {
    return this.#tenants.read<AlertRule>(actor, rulesByName);
  }

  async delete(actor: Actor, ruleId: string): Promise<void> {
    const deleted = await this.#tenants.write(actor, (em) =>
      em.nativeDelete(AlertRuleEntity, { id: ruleId }),
    );
    if (deleted === 0) throw new RuleNotFoundError();
    await this.#counting.invalidate(actor);
  }
}

const rulesByName = `
  select id, name, severity, condition from alert_rules
  where organization_id = app_organization_id() order by name, id`;

function toRule({ id, name, severity, condition }: AlertRuleEntity): AlertRule {
  return { id, name, severity, condition };
}
