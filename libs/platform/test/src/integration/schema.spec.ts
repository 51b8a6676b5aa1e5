import { proveSchema } from '@vouch/testing/schema/prove';
import { test } from '../fixtures.ts';
import { notesContent } from '../notes-content.ts';

proveSchema(test, notesContent, notesContent.entities);
