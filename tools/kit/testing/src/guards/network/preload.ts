/** Loaded by `--require` into the Node processes and threads that tests start. */
import { blockNetwork } from './block-network.ts';

blockNetwork();
