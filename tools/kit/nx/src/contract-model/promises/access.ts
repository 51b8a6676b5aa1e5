import type { Parameter } from '../model.ts';
import { isIdentifier, isTenant } from './identifiers.ts';

/** The effect of a member on a tenant's data, judged by the member's name. */
export type Access = 'create' | 'list' | 'read' | 'change';

const names: readonly (readonly [Access, RegExp])[] = [
  ['list', /^(?:list|search|query|all|count|findAll|findMany|getAll|entries|keys|stream|page)/i],
  [
    'read',
    /^(?:get|find|read|load|has|is|exists|fetch|describe|show|stat|lookup|peek|check|verify|identify|authorize|resolve)/i,
  ],
  [
    'create',
    /^(?:create|add|register|insert|invite|found|open|report|raise|submit|record|import|upload|make|start|new)/i,
  ],
];

/**
 * Classifies a member. A call that takes the id of an existing resource changes that resource instead of creating
 * one.
 */
export function accessOf(name: string, parameters: readonly Parameter[]): Access {
  const access = names.find(([, pattern]) => pattern.test(name))?.[0] ?? 'change';
  const isAimed = parameters.some((parameter) => isIdentifier(parameter) && !isTenant(parameter));
  return access === 'create' && isAimed ? 'change' : access;
}
