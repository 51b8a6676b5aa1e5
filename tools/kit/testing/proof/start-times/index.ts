export { type StartTime, startTimes, type StartTimesOptions } from './start-times.ts';
