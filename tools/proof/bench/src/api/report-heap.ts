import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Preloaded into an API process that is measured: on the message `heap?` it collects garbage and sends the size of the heap.

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

process.on('message', (message) => {
  if (message !== 'heap?') return;
  collectGarbage();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
