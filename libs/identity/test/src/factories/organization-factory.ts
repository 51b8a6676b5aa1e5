import { OrganizationBase } from './generated/organization-base.ts';

/** Add values and traits of your own here. The base class follows from the entity. */
export class OrganizationFactory extends OrganizationBase {}
