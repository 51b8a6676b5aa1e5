import { type MembershipAttributes, MembershipBase } from './generated/membership-base.ts';

export class MembershipFactory extends MembershipBase {
  protected override defaults(): MembershipAttributes {
    return { ...super.defaults(), role: 'member' };
  }
}
