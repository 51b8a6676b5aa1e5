import { request } from 'node:http';
import { expect } from 'vitest';
import type { Checks, TokenTarget } from './attack-target.ts';
import { forgedHeaders } from './forged-headers.ts';

/**
 * Attacks with tokens: broken, forged, in other places, after the session ended.
 *
 * @example
 * test.each(Object.entries(tokenChecks))('%s', (_name, check) => check(target));
 */
export const tokenChecks: Checks<TokenTarget> = {
  'broken and forged tokens are rejected with one message': async ({ anyone, person, ownPath, accounts }) => {
    const headers = Object.entries(forgedHeaders(person, accounts.password));
    expect(headers.length).toBeGreaterThan(60);
    const messages = new Set<string>();
    for (const [kind, authorization] of headers) {
      const { status, json } = await anyone.get(ownPath, { authorization });
      expect(status, kind).toBe(401);
      messages.add(JSON.stringify({ ...(json as object), requestId: undefined }));
    }
    expect([...messages]).toHaveLength(1);
  },

  'tokens are accepted in the authorization header only': async ({ anyone, person: { token }, ownPath }) => {
    for (const query of [`token=${token}`, `access_token=${token}`, `authorization=Bearer%20${token}`]) {
      expect((await anyone.get(`${ownPath}?${query}`)).status, query.split('=', 1)[0]).toBe(401);
    }
    for (const name of ['cookie', 'x-authorization', 'x-access-token', 'x-forwarded-authorization']) {
      expect((await anyone.get(ownPath, { [name]: `session=${token}` })).status, name).toBe(401);
    }
  },

  'two authorization headers are rejected': async ({ api, person: { token }, ownPath }) => {
    const { hostname, port } = new URL(api.address);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = ['authorization', `Bearer ${'A'.repeat(43)}`, 'authorization', `Bearer ${token}`];
      request({ hostname, port, path: ownPath, headers: [...headers, 'host', hostname] }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(401);
  },

  'signing out ends one session only': async ({ ownPath, accounts }) => {
    const person = await accounts.newPerson();
    const other = await accounts.newSession(person);
    expect((await other.get(ownPath)).status).toBe(200);
    expect((await accounts.signOut(other)).status).toBe(204);
    expect((await other.get(ownPath)).status, 'the session that ended').toBe(401);
    expect((await person.caller.get(ownPath)).status, 'the session that goes on').toBe(200);
  },

  'a changed password ends the other sessions': async ({ ownPath, accounts }) => {
    const person = await accounts.newPerson();
    const other = await accounts.newSession(person);
    expect((await accounts.changePassword(person, `${accounts.password}!`)).status).toBeLessThan(300);
    expect((await other.get(ownPath)).status, 'the other session').toBe(401);
    expect((await person.caller.get(ownPath)).status, 'the session that changed it').toBe(200);
  },
};
