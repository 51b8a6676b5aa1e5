import { type RegisteredWebhook, WebhookNotFoundError } from '@acme/alerts-contract';
import { refuseOn } from '@acme/platform-test';
import type { Actor } from '@acme/platform-contract';
import { describe } from 'vitest';
import { type AlertsFixtures, expect, test } from '../fixtures.ts';

const [a, b] = ['https://hooks.example/a', 'https://hooks.example/b'];

/** An alert that every webhook of the organization is to get. */
async function raiseOne({ rules, alerts }: AlertsFixtures['component'], actor: Actor): Promise<void> {
  await rules.create(actor, {
    name: 'Any',
    severity: 'info',
    condition: { kind: 'person', minConfidence: 0 },
  });
  await alerts.report(actor, { id: crypto.randomUUID(), kind: 'person', confidence: 1 });
}

const withoutSecret = ({ id, url }: RegisteredWebhook) => ({ id, url });

describe('Webhooks.register', () => {
  test(
    'resolves with the webhook and the secret that its deliveries are signed with',
    { meta: { promise: 'Webhooks.register#returns', revision: '02b49600' } },
    async ({ component, owner, post }) => {
      const webhook = await component.webhooks.register(owner, { url: a });
      expect(webhook).toEqual({
        id: expect.any(String) as string,
        url: a,
        secret: expect.any(String) as string,
      });
      expect(webhook.secret).toMatch(/^[\w-]{43}$/);
      await raiseOne(component, owner);
      await component.deliveries.run();
      expect(post.posted).toMatchObject([{ url: a }]);
    },
  );

  test(
    'registers an address twice as two webhooks, each with its own secret',
    { meta: { promise: 'Webhooks.register#derived:duplicate', revision: '3c6be93e' } },
    async ({ component, owner, post }) => {
      const [one, two] = [
        await component.webhooks.register(owner, { url: a }),
        await component.webhooks.register(owner, { url: a }),
      ];
      expect(one.secret).not.toBe(two.secret);
      await component.webhooks.remove(owner, one.id);
      await raiseOne(component, owner);
      await component.deliveries.run();
      expect(post.posted).toHaveLength(1);
    },
  );

  test(
    'registers nothing for another organization: its alerts do not come here',
    { meta: { promise: 'Webhooks.register#tenant:create', revision: '34290d51' } },
    async ({ component, owner, otherTenant, post }) => {
      await component.webhooks.register(owner, { url: a });
      await raiseOne(component, otherTenant);
      await expect(component.deliveries.run()).resolves.toBe(0);
      expect(post.posted).toEqual([]);
    },
  );
});

describe('Webhooks.list', () => {
  test(
    'resolves with all webhooks by address, without their secrets',
    { meta: { promise: 'Webhooks.list#returns', revision: '5c5c394d' } },
    async ({ component, owner }) => {
      const second = await component.webhooks.register(owner, { url: b });
      const first = await component.webhooks.register(owner, { url: a });
      await expect(component.webhooks.list(owner)).resolves.toEqual([first, second].map(withoutSecret));
    },
  );

  test(
    'lists those of the own organization alone',
    { meta: { promise: 'Webhooks.list#tenant:list', revision: 'bc2647fb' } },
    async ({ component, owner, otherTenant }) => {
      const own = await component.webhooks.register(owner, { url: a });
      const theirs = await component.webhooks.register(otherTenant, { url: b });
      await expect(component.webhooks.list(owner)).resolves.toEqual([withoutSecret(own)]);
      await expect(component.webhooks.list(otherTenant)).resolves.toEqual([withoutSecret(theirs)]);
    },
  );
});

describe('Webhooks.remove', () => {
  test('takes away what was still to be delivered to it, and nothing of others', async ({
    component,
    owner,
    post,
  }) => {
    const gone = await component.webhooks.register(owner, { url: a });
    await component.webhooks.register(owner, { url: b });
    await raiseOne(component, owner);
    await component.webhooks.remove(owner, gone.id);
    await expect(component.deliveries.run()).resolves.toBe(1);
    expect(post.posted).toMatchObject([{ url: b }]);
  });

  test(
    'rejects with WebhookNotFoundError when there is no such webhook',
    { meta: { promise: 'Webhooks.remove#throws:WebhookNotFoundError', revision: '6a39da36' } },
    async ({ component, owner }) => {
      const { id } = await component.webhooks.register(owner, { url: a });
      await component.webhooks.remove(owner, id);
      for (const unknown of [id, crypto.randomUUID()])
        await expect(component.webhooks.remove(owner, unknown)).rejects.toThrow(WebhookNotFoundError);
    },
  );

  test(
    'leaves the webhooks of another organization',
    { meta: { promise: 'Webhooks.remove#tenant:change', revision: '913d4d0c' } },
    async ({ component, owner, otherTenant }) => {
      const theirs = await component.webhooks.register(otherTenant, { url: b });
      await expect(component.webhooks.remove(owner, theirs.id)).rejects.toThrow(WebhookNotFoundError);
      await expect(component.webhooks.list(otherTenant)).resolves.toEqual([withoutSecret(theirs)]);
    },
  );
});

describe('while the database refuses, Webhooks', () => {
  test(
    'leave everything as it was',
    { meta: { promise: 'Webhooks#derived:dependency-fails', revision: 'bcdb2bd3' } },
    async ({ component, owner, admin }) => {
      const kept = await component.webhooks.register(owner, { url: a });
      await refuseOn(admin, 'insert', 'webhooks');
      await expect(component.webhooks.register(owner, { url: b })).rejects.toThrow('refused');
      await admin.query('drop trigger refuse on webhooks');
      await refuseOn(admin, 'delete', 'webhooks');
      await expect(component.webhooks.remove(owner, kept.id)).rejects.toThrow('refused');
      await expect(component.webhooks.list(owner)).resolves.toEqual([withoutSecret(kept)]);
    },
  );
});
