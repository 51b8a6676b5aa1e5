// <sample alerts>
import { randomUUID } from 'node:crypto';
// </sample alerts>
import type pg from 'pg';
import type { ApiProcess } from '../api-process.ts';
import { fillTenants } from '../measure/many-tenants.ts';
import { foundOrganization, newPerson } from '../people.ts';

/** Someone of an organization, whose rows all bear its id in their names. */
export interface Visitor {
  readonly token: string;
  readonly organizationId: string;
  readonly memberId: string;
}

const rows = {
  members: 5,
  // <sample alerts>
  rules: 2,
  alerts: 20,
  // </sample alerts>
};

export async function visitors(api: ApiProcess, admin: pg.Client, count: number): Promise<Visitor[]> {
  const made: Visitor[] = [];
  for (let index = 0; index < count; index += 1) {
    const owner = await newPerson(api, 'Owner');
    const { id: organizationId } = await foundOrganization(owner, 'Own');
    await fillTenants(admin, [organizationId], rows);
    const { rows: members } = await admin.query<{ id: string }>(
      `select user_id as id from memberships where organization_id = $1 and role = 'member'`,
      [organizationId],
    );
    made.push({ token: owner.token, organizationId, memberId: members[0]?.id ?? '' });
  }
  return made;
}

export interface Question {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

/** One of the things that a visitor may ask for, reading or writing. */
export function anyQuestion({ organizationId, memberId }: Visitor): Question {
  const own = `/organizations/${organizationId}`;
  const questions: Question[] = [
    { method: 'GET', path: '/organizations' },
    { method: 'GET', path: own },
    { method: 'GET', path: `${own}/members` },
    { method: 'PATCH', path: `${own}/members/${memberId}`, body: { role: pick(['member', 'admin']) } },
    // <sample alerts>
    { method: 'GET', path: `${own}/alert-rules` },
    { method: 'GET', path: `${own}/alerts` },
    { method: 'POST', path: `${own}/events`, body: { id: randomUUID(), kind: 'person', confidence: 1 } },
    // </sample alerts>
  ];
  return pick(questions);
}

export function pick<Item>(items: readonly Item[]): Item {
  return items[Math.floor(Math.random() * items.length)] as Item;
}
