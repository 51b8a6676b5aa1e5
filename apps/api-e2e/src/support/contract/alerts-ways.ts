// About the sample alerts: it goes with it.
import { randomUUID } from 'node:crypto';
import type { Alert, AlertRule } from '@acme/alerts-contract';
import { follow } from '../alerts.ts';
import type { ContractWorld } from './contract-world.ts';
import type { Thing, Way } from './way.ts';

export const alertsThings: Readonly<Record<string, Thing>> = {
  alertId: async (world) => (await newAlert(world)).id,
};

export const alertsWays: Readonly<Record<string, Way>> = {
  'POST /organizations/{organizationId}/events 201': async (world, operation) => {
    await newRule(world);
    return world.send(operation);
  },
  'POST /organizations/{organizationId}/alerts/{alertId}/acknowledgement 409': async (world, operation) => {
    const { id } = await newAlert(world);
    await world.post(`/alerts/${id}/dismissal`, {});
    return world.send(operation, { thing: id });
  },
  'GET /organizations/{organizationId}/alerts/feed 101': async (world) => {
    const { api, own, people } = world;
    await using socket = await follow(api, people.owner, own);
    const [alert] = await Promise.all([socket.next(), newAlert(world)]);
    return { status: 101, headers: new Headers(), text: '', json: alert };
  },
};

const condition = { kind: 'person', minConfidence: 0, zone: 'loading bay' };

function newRule(world: ContractWorld): Promise<AlertRule> {
  return world.post('/alert-rules', { name: 'Person', severity: 'info', condition });
}

async function newAlert(world: ContractWorld): Promise<Alert> {
  await newRule(world);
  const event = { id: randomUUID(), kind: 'person', zone: 'loading bay', confidence: 1 };
  return (await world.post<[Alert]>('/events', event))[0];
}
