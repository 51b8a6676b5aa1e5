import type { Tenancy } from '@vouch/testing/factories';

/** How rows say whose they are. */
export const tenancy: Tenancy = {
  root: 'Organization',
  property: 'organization',
  setting: 'app.organization_id',
};
