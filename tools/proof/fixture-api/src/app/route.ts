import type { JsonSchema } from '@vouch/testing/api';
import type { Tenants } from './tenants.ts';

export const roles = ['viewer', 'member', 'admin', 'owner'] as const;

/** A role in an organization. */
export type Role = (typeof roles)[number];

/** Who sends a request: nothing is known of a caller without a session. */
export interface Actor {
  readonly session?: string;
  readonly user?: string;
  readonly organization?: string;
}

/** The context of a handler. */
export interface Call {
  readonly actor: Actor;
  readonly body: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, string>>;
  readonly tenants: Tenants;
}

/** A route, from which both the server and its OpenAPI document are built. */
export interface Route {
  /** Method and path, such as `GET /organizations/{organizationId}`. */
  readonly name: string;
  readonly policy: 'public' | 'signed-in' | Role;
  readonly body?: JsonSchema;
  readonly status: number;
  readonly response?: JsonSchema;
  /** Problems beyond those that follow from the policy and the body. */
  readonly problems?: readonly (readonly [status: number, code: string])[];
  readonly handle: (call: Call) => Promise<unknown>;
}

/** An object schema that requires its fields and has no others. */
export function closed(title: string, properties: Readonly<Record<string, object>>): JsonSchema {
  return {
    title,
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  } as JsonSchema;
}
