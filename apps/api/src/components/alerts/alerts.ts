import {
  alertsEntities,
  alertsMigrations,
  alertsRoutes,
  type BackgroundDelivery,
  createAlerts,
  deliverInBackground,
  postOverHttp,
} from '@acme/alerts';
import type { NewAlertRule } from '@acme/alerts-contract';
import { MemoryCaches } from '@acme/cache';
import type { ApiComponent, Serve } from '../api-component.ts';
import { livePage } from './live-page.ts';

export const alerts: ApiComponent = {
  entities: alertsEntities,
  migrations: alertsMigrations,
  // Webhooks may reach this machine and private networks only in development.
  configure: (variables, { demo }) =>
    serve(variables.choice('PRIVATE_WEBHOOKS', ['yes', 'no'], demo ? 'yes' : 'no') === 'yes'),
  pages: { '/live': 'Live alerts' },
  seed: async (tenants, owner) => {
    const { rules } = createAlerts({ tenants, caches: new MemoryCaches(), post: async () => undefined });
    if ((await rules.list(owner)).length === 0) await rules.create(owner, demoRule);
  },
};

const demoRule: NewAlertRule = {
  name: 'Someone at the loading bay',
  severity: 'warning',
  condition: { kind: 'person', zone: 'loading bay', minConfidence: 0.8 },
};

function serve(allowPrivate: boolean): Serve {
  return (infrastructure) => async (app) => {
    const component = createAlerts({ ...infrastructure, post: postOverHttp({ allowPrivate }) });
    await app.register(livePage());
    await app.register(alertsRoutes(component));
    const onError = (error: unknown): void => app.log.error({ err: error }, 'delivering failed');
    let delivery: BackgroundDelivery | undefined;
    app.addHook('onReady', async () => {
      delivery = deliverInBackground(component.deliveries, { interval: 1_000, onError });
    });
    // Before the database closes: the outcomes of current tries must be recorded.
    app.addHook('preClose', async () => delivery?.stop());
  };
}
