import { vouchConfig } from '@vouch/nx/vitest';

export default vouchConfig(import.meta.dirname);
