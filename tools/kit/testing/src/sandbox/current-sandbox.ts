import { AsyncLocalStorage } from 'node:async_hooks';
import type { OpenSandbox } from './sandbox-ports.ts';

/** The sandbox of the test that the running code belongs to: what keeps concurrent tests apart. */
export const currentSandbox = new AsyncLocalStorage<OpenSandbox>();
