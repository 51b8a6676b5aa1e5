import '../matchers/register.ts';
import { guardFile } from './file-guard.ts';

guardFile();
