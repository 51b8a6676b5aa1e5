// <sample alerts>
import { randomUUID } from 'node:crypto';
// </sample alerts>
import type { Visitor, VisitorRequest } from '@vouch/testing/api';
import type pg from 'pg';
import { fillTenants } from './fill-tenants.ts';
import { createOrganization, newPerson } from './people.ts';
import type { ApiProcess } from './start-api.ts';

const rows = {
  members: 5,
  // <sample alerts>
  rules: 2,
  alerts: 20,
  // </sample alerts>
};

/** Creates owners of different organizations, whose rows all contain the id of their organization in their names. */
export async function createVisitors(api: ApiProcess, admin: pg.Client, count: number): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (let index = 0; index < count; index += 1) {
    const owner = await newPerson(api, 'Owner');
    const { id: tenant } = await createOrganization(owner, 'Own');
    await fillTenants(admin, [tenant], rows);
    const { rows: members } = await admin.query<{ id: string }>(
      `select user_id as id from memberships where organization_id = $1 and role = 'member'`,
      [tenant],
    );
    const memberId = members[0]?.id ?? '';
    visitors.push({ token: owner.token, tenant, requests: () => requestsOf(tenant, memberId) });
  }
  return visitors;
}

function requestsOf(tenant: string, memberId: string): VisitorRequest[] {
  const own = `/organizations/${tenant}`;
  const role = Math.random() < 0.5 ? 'member' : 'admin';
  return [
    { method: 'GET', path: '/organizations' },
    { method: 'GET', path: own },
    { method: 'GET', path: `${own}/members` },
    { method: 'PATCH', path: `${own}/members/${memberId}`, body: { role } },
    // <sample alerts>
    { method: 'GET', path: `${own}/alert-rules` },
    { method: 'GET', path: `${own}/alerts` },
    { method: 'POST', path: `${own}/events`, body: { id: randomUUID(), kind: 'person', confidence: 1 } },
    // </sample alerts>
  ];
}
