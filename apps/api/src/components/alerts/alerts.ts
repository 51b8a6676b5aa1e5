import {
  alertsEntities,
  alertsMigrations,
  alertsRoutes,
  type BackgroundDelivery,
  createAlerts,
  deliverInBackground,
  postOverHttp,
} from '@acme/alerts';
import { actorOf, isStillIn } from '@acme/identity';
import type { ApiComponent, Serve } from '../api-component.ts';
import { livePage } from './live-page.ts';
import { seedRule } from './seed-rule.ts';

export const alerts: ApiComponent = {
  entities: alertsEntities,
  migrations: alertsMigrations,
  // Whether webhooks may lead to this machine and private networks: for development alone.
  configure: (variables, { demo }) =>
    serve(variables.choice('PRIVATE_WEBHOOKS', ['yes', 'no'], demo ? 'yes' : 'no') === 'yes'),
  pages: { '/live': 'Live alerts' },
  seed: seedRule,
};

function serve(allowPrivate: boolean): Serve {
  return (identity, { caches, notices }) =>
    async (app) => {
      const post = postOverHttp({ allowPrivate });
      const component = createAlerts({ tenants: identity.tenants, caches, notices, post });
      await app.register(livePage());
      await app.register(
        alertsRoutes(component, { actorOf, isStillIn: (request) => isStillIn(request, identity) }),
      );
      const onError = (error: unknown): void => app.log.error({ err: error }, 'delivering failed');
      let delivery: BackgroundDelivery | undefined;
      app.addHook('onReady', async () => {
        delivery = deliverInBackground(component.deliveries, { interval: 1_000, onError });
      });
      // Before anything closes: what is being tried still has to be noted in the database.
      app.addHook('preClose', async () => delivery?.stop());
    };
}
