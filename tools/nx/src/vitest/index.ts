export { vouchConfig } from './config.ts';
