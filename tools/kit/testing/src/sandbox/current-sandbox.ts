import { AsyncLocalStorage } from 'node:async_hooks';
import type { Sandbox } from './sandbox.ts';

/** The sandbox of the test that the running code belongs to: what keeps concurrent tests apart. */
export const currentSandbox = new AsyncLocalStorage<Sandbox>();
