export { Deadline } from './deadline.ts';
export { runningLimits } from './running-limits.ts';
export { shortestPause, whenOver } from './when-over.ts';
