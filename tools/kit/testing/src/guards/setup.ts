import '../matchers/register.ts';
import { guardFile } from './file-guard.ts';

export type { LiftedGuards } from './rules.ts';

guardFile();
