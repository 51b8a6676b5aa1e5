// About the sample alerts: it goes with it.
import { randomUUID } from 'node:crypto';
import type { Organization } from '@acme/identity-contract';
import { WebSocketClient } from '@vouch/testing';
import type { ApiResponse, Caller, Person } from '@vouch/testing/api';

/** Has every event about a person raise an alert in the organization. */
export async function alertOnPersons(caller: Caller, { id }: Organization): Promise<void> {
  const condition = { kind: 'person', minConfidence: 0 };
  await caller.post(`/organizations/${id}/alert-rules`, { name: 'Person', severity: 'info', condition });
}

export function newEvent() {
  return { id: randomUUID(), kind: 'person', zone: 'loading bay', confidence: 0.9 };
}

export function report(
  caller: Caller,
  { id }: Organization,
  event: object = newEvent(),
): Promise<ApiResponse> {
  return caller.post(`/organizations/${id}/events`, event);
}

/** The address of an organization's live feed. */
export function feedOf(address: string, { id }: Organization): string {
  return `${address.replace('http', 'ws')}/organizations/${id}/alerts/feed`;
}

/** Follows the live feed of an organization by way of the API at an address. */
export function follow(
  { address }: { readonly address: string },
  { token }: Pick<Person, 'token'>,
  organization: Organization,
): Promise<WebSocketClient> {
  return WebSocketClient.connect(feedOf(address, organization), { protocols: ['bearer', token] });
}
