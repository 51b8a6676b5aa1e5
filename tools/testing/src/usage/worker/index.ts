export { beginUsage, endUsage } from './record-usage.ts';
