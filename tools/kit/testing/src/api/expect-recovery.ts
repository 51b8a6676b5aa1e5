import { expect } from 'vitest';
import { eventually } from '../async/eventually.ts';
import type { ApiResponse } from './caller.ts';

/**
 * Expects that an API answers a request with 200 again within a time limit.
 *
 * @example
 * proxy.heal();
 * await expectRecovery(() => person.caller.get('/organizations'));
 */
export async function expectRecovery(
  request: () => Promise<ApiResponse>,
  { timeout = 3_000 }: { readonly timeout?: number } = {},
): Promise<void> {
  await eventually(async () => expect((await request()).status).toBe(200), { timeout, interval: 50 });
}
