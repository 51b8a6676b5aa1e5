import { alertsEntities } from '@acme/alerts';
import { proveSchema } from '@vouch/testing/schema/prove';
import { alertsContent, test } from '../fixtures.ts';

proveSchema(test, alertsContent, alertsEntities);
