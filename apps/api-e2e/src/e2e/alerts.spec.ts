// About the sample alerts: it goes with it.
import { createHmac } from 'node:crypto';
import type { Alert, RegisteredWebhook } from '@acme/alerts-contract';
import type { Organization } from '@acme/identity-contract';
import { eventually, WebhookSink, WebSocketClient } from '@vouch/testing';
import type { Person } from '@vouch/testing/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedOf, follow, newEvent, report } from '../support/alerts.ts';
import { type ApiProcess, startApi } from '../support/start-api.ts';
import { createOrganization, newMember, newPerson } from '../support/people.ts';

const rule = {
  name: 'Someone at the loading bay',
  severity: 'critical',
  condition: { kind: 'person', zone: 'loading bay', minConfidence: 0.8 },
};

let api: ApiProcess;
let owner: Person;
let own: Organization;
let otherOwner: Person;
let other: Organization;

beforeAll(async () => {
  api = await startApi({ PRIVATE_WEBHOOKS: 'yes' });
  [owner, otherOwner] = [await newPerson(api, 'Owner'), await newPerson(api, 'Other owner')];
  [own, other] = [await createOrganization(owner, 'Own'), await createOrganization(otherOwner, 'Other')];
  await owner.caller.post(`/organizations/${own.id}/alert-rules`, rule);
  await otherOwner.caller.post(`/organizations/${other.id}/alert-rules`, rule);
}, 60_000);
afterAll(() => api[Symbol.asyncDispose]());

describe('an alert', () => {
  test('shows in the live feed of its tenant and not in that of another', async () => {
    await using ours = await follow(api, owner, own);
    await using theirs = await follow(api, otherOwner, other);
    const { json } = await report(owner.caller, own);
    await eventually(() => expect(ours.received).toEqual(json));
    await report(otherOwner.caller, other);
    await eventually(() => expect(theirs.received).toHaveLength(1));
    expect(theirs.received).not.toContainEqual((json as Alert[])[0]);
    expect(ours.received).toHaveLength(1);
  });

  test('is raised once by an event, however often and at once it is reported', async () => {
    const event = newEvent();
    const answers = await Promise.all(Array.from({ length: 8 }, () => report(owner.caller, own, event)));
    expect(answers.flatMap(({ json }) => json as Alert[])).toHaveLength(1);
  });

  test('reaches a webhook once, signed, and again only after a failure', async () => {
    await using sink = await WebhookSink.start();
    sink.answerWith(503);
    const { json } = await owner.caller.post(`/organizations/${own.id}/webhooks`, {
      url: `${sink.url}/hook`,
    });
    const { secret, id } = json as RegisteredWebhook;
    const [alert] = (await report(owner.caller, own)).json as Alert[];
    const first = await sink.next(AbortSignal.timeout(10_000));
    expect(first.body).toEqual({ type: 'alert.raised', alert });
    const { 'webhook-id': name, 'webhook-timestamp': time, 'webhook-signature': signature } = first.headers;
    const expected = createHmac('sha256', secret).update(`${name}.${time}.${first.raw}`).digest('base64');
    expect(signature).toBe(`v1,${expected}`);
    const second = await sink.next(AbortSignal.timeout(20_000));
    expect(second.headers['webhook-id']).toBe(name);
    await owner.caller.send('DELETE', `/organizations/${own.id}/webhooks/${id}`);
    expect(sink.deliveries).toHaveLength(2);
  });
});

describe('the live feed', () => {
  test.each([[['bearer']], [['bearer', 'A'.repeat(43)]]])(
    'is closed to who has no valid token: %j',
    async (protocols) => {
      await expect(WebSocketClient.connect(feedOf(api.address, own), { protocols })).rejects.toThrow('401');
    },
  );

  test('is closed to members of other organizations', async () => {
    await expect(follow(api, otherOwner, own)).rejects.toThrow('404');
  });

  test('ends for a member who is removed, before the next alert', async () => {
    const member = await newMember(api, owner, own, 'viewer');
    await using feed = await follow(api, member, own);
    await owner.caller.send('DELETE', `/organizations/${own.id}/members/${member.userId}`);
    await report(owner.caller, own);
    expect(await feed.closed).toMatchObject({ code: 1008 });
    expect(feed.received).toEqual([]);
  });
});
