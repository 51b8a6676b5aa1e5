import type { BuildContext } from '@vouch/testing/factories';
import {
  type InvitationAttributes,
  InvitationBase,
  type InvitationParents,
} from './generated/invitation-base.ts';

export class InvitationFactory extends InvitationBase {
  protected override defaults(
    build: BuildContext<InvitationAttributes, InvitationParents>,
  ): InvitationAttributes {
    return { ...super.defaults(build), role: 'member' };
  }
}
