import { tenancy } from '@acme/identity-test';
import { proveFactories } from '@vouch/testing/factories';
import { alertsFactories, alertsFactoryClasses } from '../factories/generated/alerts-factories.ts';
import { test } from '../fixtures.ts';

proveFactories(test, alertsFactoryClasses, alertsFactories, tenancy);
