import { OrganizationBase } from './generated/organization-base.ts';

/** What follows from the entity is in the base; values and traits of your own go here. */
export class OrganizationFactory extends OrganizationBase {}
