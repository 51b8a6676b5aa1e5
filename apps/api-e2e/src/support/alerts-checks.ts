// About the sample alerts: it goes with it.
import type { RegisteredWebhook } from '@acme/alerts-contract';
import type { Checks } from '@vouch/testing/api';
import { expect } from 'vitest';
import { createOrganization } from './people.ts';

export const alertsChecks: Checks = {
  'secrets of webhooks do not reach the log': async ({ api, person }) => {
    const { id } = await createOrganization(person, 'Own');
    const webhook = { url: 'https://hooks.example/' };
    const { json } = await person.caller.post(`/organizations/${id}/webhooks`, webhook);
    await person.caller.get(`/organizations/${id}/webhooks`);
    expect(api.log()).not.toContain((json as RegisteredWebhook).secret);
    expect(api.log()).toContain(`/organizations/${id}/webhooks`);
  },

  'quotes in a query do not end an SQL statement': async ({ person }) => {
    const { id } = await createOrganization(person, 'Own');
    for (const query of ["state=raised'--", "state=' or '1'='1", 'order=id;select pg_sleep(9)']) {
      const { status } = await person.caller.get(`/organizations/${id}/alerts?${encodeURI(query)}`);
      expect(status, query).toBe(400);
    }
  },
};
