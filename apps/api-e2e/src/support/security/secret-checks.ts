import { eventually } from '@vouch/testing';
import { expect } from 'vitest';
import { asAdmin } from '../as-admin.ts';
import { mailedCode } from '../mailbox.ts';
import { foundOrganization, newPerson, password } from '../people.ts';
import type { Check, Target } from './target.ts';

export const secretChecks: Readonly<Record<string, Check>> = {
  'secrets stand in no log': async (target) => {
    const { api, anyone } = target;
    const person = await newPerson(api, 'Someone');
    await anyone.post('/accounts/password-requests', { email: person.email });
    const code = await mailedCode(api.mailFolder, person.email);
    await person.caller.get(`/me?token=${person.token}&password=${encodeURIComponent(password)}`);
    await anyone.post('/sessions', { email: person.email, password: `${password}?` });
    await anyone.post('/accounts/passwords', `{"code":"${code}","password":`);
    await causeFault(target);
    for (const secret of [person.token, password, encodeURIComponent(password), code])
      expect(api.log()).not.toContain(secret);
    expect(api.log()).toContain('/me');
  },

  'faults of our own are told to the log, and to nobody else': async (target) => {
    const { status, text, headers } = await causeFault(target);
    expect(status).toBe(500);
    expect(text).not.toMatch(/relation|invitations|select|SQL|node_modules|\.ts/i);
    const requestId = headers.get('x-request-id') ?? '';
    const isOfFault = (line: string) => line.includes(requestId) && line.includes('"err"');
    await eventually(() => expect(target.api.log().split('\n').find(isOfFault)).toContain('does not exist'));
  },
};

/** Asks for something whose table is away. */
async function causeFault({ api, person }: Target) {
  const { id } = await foundOrganization(person, 'Own');
  return asAdmin(api, async (admin) => {
    await admin.query('alter table invitations rename to invitations_away');
    const answer = await person.caller.get(`/organizations/${id}/invitations`);
    await admin.query('alter table invitations_away rename to invitations');
    return answer;
  });
}
