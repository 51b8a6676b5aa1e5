import { expect } from 'vitest';
import { eventually } from '../../async/eventually.ts';
import type { Checks, SecretTarget } from './attack-target.ts';

/**
 * Checks that secrets reach no log, and that details of internal errors reach the log alone.
 *
 * @example
 * test.each(Object.entries(secretChecks))('%s', (_name, check) => check(target));
 */
export const secretChecks: Checks<SecretTarget> = {
  'secrets do not reach the log': async (target) => {
    const { api, anyone, accounts, ownPath, codePath } = target;
    const { password } = accounts;
    const person = await accounts.newPerson();
    await accounts.requestPassword(person.email);
    const code = await target.mailedCode(person.email);
    await person.caller.get(`${ownPath}?token=${person.token}&password=${encodeURIComponent(password)}`);
    await accounts.signIn(person.email, `${password}?`);
    await anyone.post(codePath, `{"code":"${code}","password":`);
    await target.causeInternalError();
    const secrets = { token: person.token, password, encoded: encodeURIComponent(password), code };
    for (const [name, secret] of Object.entries(secrets)) expect(api.log(), name).not.toContain(secret);
    expect(api.log()).toContain(ownPath);
  },

  'internal errors reach the log and not the client': async ({ api, causeInternalError }) => {
    const { status, text, headers } = await causeInternalError();
    expect(status).toBe(500);
    expect(text).not.toMatch(/relation|select|SQL|node_modules|\.ts/i);
    const requestId = headers.get('x-request-id') ?? 'no request id';
    const isOfError = (line: string) => line.includes(requestId) && line.includes('"err"');
    await eventually(() => expect(api.log().split('\n').find(isOfError)).toContain('does not exist'));
  },
};
