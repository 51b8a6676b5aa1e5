import { AsyncLocalStorage } from 'node:async_hooks';
import type { OpenSandbox } from './sandbox-ports.ts';

/** The sandbox of the test that the running code belongs to. It separates concurrent tests. */
export const currentSandbox = new AsyncLocalStorage<OpenSandbox>();
