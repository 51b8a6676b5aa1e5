export { vouchConfig } from './config.ts';
export { coveredFiles } from './covered-files.ts';
export { readLevels } from '../plugin-options.ts';
