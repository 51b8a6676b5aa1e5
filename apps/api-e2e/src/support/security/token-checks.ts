import { request } from 'node:http';
import { expect } from 'vitest';
import { Caller } from '../caller.ts';
import { newPerson, password } from '../people.ts';
import { forgedHeaders } from './forged-headers.ts';
import type { Check } from './target.ts';

export const tokenChecks: Readonly<Record<string, Check>> = {
  'broken and forged tokens are refused, all in the same words': async ({ anyone, person }) => {
    const headers = Object.entries(forgedHeaders(person));
    expect(headers.length).toBeGreaterThan(60);
    const refusals = new Set<string>();
    for (const [kind, authorization] of headers) {
      const { status, json } = await anyone.get('/me', { authorization });
      expect(status, kind).toBe(401);
      refusals.add(JSON.stringify({ ...(json as object), requestId: undefined }));
    }
    expect(refusals.size).toBe(1);
  },

  'tokens are taken from nowhere but the header': async ({ anyone, person: { token } }) => {
    for (const query of [`token=${token}`, `access_token=${token}`, `authorization=Bearer%20${token}`]) {
      expect((await anyone.get(`/me?${query}`)).status).toBe(401);
    }
    for (const name of ['cookie', 'x-authorization', 'x-access-token', 'x-forwarded-authorization']) {
      expect((await anyone.get('/me', { [name]: `session=${token}` })).status, name).toBe(401);
    }
  },

  'two headers with tokens are refused': async ({ api, person: { token } }) => {
    const { hostname, port } = new URL(api.address);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = ['authorization', `Bearer ${'A'.repeat(43)}`, 'authorization', `Bearer ${token}`];
      request({ hostname, port, path: '/me', headers: [...headers, 'host', hostname] }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(401);
  },

  'a token is over after the log-out, while other sessions go on': async ({ api, anyone }) => {
    const person = await newPerson(api, 'Someone');
    const { json } = await anyone.post('/sessions', { email: person.email, password });
    const other = new Caller(api.address, (json as { token: string }).token);
    expect((await other.get('/me')).status).toBe(200);
    expect((await other.send('DELETE', '/sessions/current')).status).toBe(204);
    expect((await other.get('/me')).status).toBe(401);
    expect((await person.caller.get('/me')).status).toBe(200);
  },

  'a changed password ends the other sessions': async ({ api, anyone }) => {
    const person = await newPerson(api, 'Someone');
    const { json } = await anyone.post('/sessions', { email: person.email, password });
    const other = new Caller(api.address, (json as { token: string }).token);
    await person.caller.send('PUT', '/me/password', {
      currentPassword: password,
      newPassword: `${password}!`,
    });
    expect((await other.get('/me')).status).toBe(401);
    expect((await person.caller.get('/me')).status).toBe(200);
  },
};
