import { proveFactories } from '@vouch/testing/factories';
import { identityFactories, identityFactoryClasses } from '../factories/generated/identity-factories.ts';
import { tenancy } from '../factories/tenancy.ts';
import { test } from '../fixtures.ts';

proveFactories(test, identityFactoryClasses, identityFactories, tenancy);
