export { Deadline } from './deadline.ts';
export { runningLimits } from './running-limits.ts';
export { shortestPause } from './when-over.ts';
