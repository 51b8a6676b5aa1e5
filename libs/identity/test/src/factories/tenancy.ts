import type { Tenancy } from '@vouch/testing/factories';

/** The property by which rows belong to a tenant. */
export const tenancy: Tenancy = {
  root: 'Organization',
  property: 'organization',
  setting: 'app.organization_id',
};
