import { guardFile } from './file-guard.ts';

guardFile();
