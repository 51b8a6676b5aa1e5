// About the sample alerts: it goes with it.
import { randomUUID } from 'node:crypto';
import type { Alert, AlertRule } from '@acme/alerts-contract';
import type { ResourceRecipe, ResponseRecipe } from '@vouch/testing/api';
import { follow } from '../alerts.ts';
import type { ApiContract } from './contract-environment.ts';

export const alertResources: Readonly<Record<string, ResourceRecipe<ApiContract>>> = {
  alertId: async (environment) => (await newAlert(environment)).id,
};

export const alertRecipes: Readonly<Record<string, ResponseRecipe<ApiContract>>> = {
  'POST /organizations/{organizationId}/events 201': async (environment, operation) => {
    await newRule(environment);
    return environment.send(operation);
  },
  'POST /organizations/{organizationId}/alerts/{alertId}/acknowledgement 409': async (
    environment,
    operation,
  ) => {
    const { id } = await newAlert(environment);
    await environment.post(`/alerts/${id}/dismissal`, {});
    return environment.send(operation, { id });
  },
  'GET /organizations/{organizationId}/alerts/feed 101': async (environment) => {
    const { api, own, people } = environment;
    await using socket = await follow(api, people.owner, own);
    const [alert] = await Promise.all([socket.next(), newAlert(environment)]);
    return { status: 101, headers: new Headers(), text: '', json: alert };
  },
};

const condition = { kind: 'person', minConfidence: 0, zone: 'loading bay' };

function newRule(environment: ApiContract): Promise<AlertRule> {
  return environment.post('/alert-rules', { name: 'Person', severity: 'info', condition });
}

async function newAlert(environment: ApiContract): Promise<Alert> {
  await newRule(environment);
  const event = { id: randomUUID(), kind: 'person', zone: 'loading bay', confidence: 1 };
  return (await environment.post<[Alert]>('/events', event))[0];
}
