import { parseArgs } from 'node:util';
import { run } from './compare-databases.ts';

await run(parseArgs({ options: { runs: { type: 'string' } } }).values);
