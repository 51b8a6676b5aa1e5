import { proveSchema } from '@vouch/testing/schema/prove';
import { test } from '../fixtures.ts';
import { identityContent } from '../identity-content.ts';

proveSchema(test, identityContent, identityContent.entities);
