import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Loaded into an API process to be measured: when asked, it collects its garbage and tells how much is left.

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

process.on('message', (message) => {
  if (message !== 'heap?') return;
  collectGarbage();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
