import { hashCommands, setCommands } from './collection-commands.ts';
import { keyCommands } from './key-commands.ts';
import type { Keyspace } from './keyspace.ts';
import { stringCommands } from './string-commands.ts';

/** Every command of the fake, under node-redis' names. */
export const commands = { ...stringCommands, ...hashCommands, ...setCommands, ...keyCommands };

export type Commands = typeof commands;

/** Runs a command, and returns strings or buffers. */
export function runCommand(
  db: Keyspace,
  name: string,
  args: readonly unknown[],
  asBuffers: boolean,
): unknown {
  const table = commands as unknown as Record<
    string,
    (this: void, db: Keyspace, ...args: readonly unknown[]) => unknown
  >;
  const command = table[name];
  if (!command) throw unknownCommand(name);
  return decode(command(db, ...args), asBuffers);
}

function decode(reply: unknown, asBuffers: boolean): unknown {
  if (Buffer.isBuffer(reply)) return asBuffers ? Buffer.from(reply) : reply.toString();
  if (Array.isArray(reply)) return reply.map((element) => decode(element, asBuffers));
  if (typeof reply !== 'object' || reply === null) return reply;
  return Object.fromEntries(Object.entries(reply).map(([name, value]) => [name, decode(value, asBuffers)]));
}

export function unknownCommand(name: string): TypeError {
  const known = Object.keys(commands).join(', ');
  return new TypeError(
    `The fake Redis has no ${name}. It has ${known}. For other commands, use the fixture \`redis\`: a real Redis.`,
  );
}
