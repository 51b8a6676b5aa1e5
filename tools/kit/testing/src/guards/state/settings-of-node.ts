import { hidden, type Setting, shown } from './setting.ts';

export const settingsOfProcess: readonly Setting[] = [
  listed('`process.argv`', 'argv', process.argv),
  listed('`process.execArgv`', 'execArgv', process.execArgv),
  shown(
    '`process.title`',
    'title',
    () => process.title,
    (title) => void (process.title = title),
  ),
  shown(
    'the umask of the process',
    'umask',
    () => process.umask(),
    (mask) => void process.umask(mask),
  ),
];

/** Returns the settings of a Node module that are behind functions and accessors. */
export function settingsOfNode(module: string): readonly Setting[] {
  return byModule[module.replace(/^node:/, '').replace(/\/promises$/, '')]?.() ?? [];
}

const byModule: Readonly<Record<string, () => Setting[]>> = {
  buffer,
  dns,
  events,
  http,
  https,
  net,
  stream,
  util,
};

function buffer(): Setting[] {
  const module = process.getBuiltinModule('buffer');
  const write = (most: number) => void Reflect.set(module, 'INSPECT_MAX_BYTES', most);
  return [shown('`buffer.INSPECT_MAX_BYTES`', 'INSPECT_MAX_BYTES', () => module.INSPECT_MAX_BYTES, write)];
}

function dns(): Setting[] {
  const module = process.getBuiltinModule('dns');
  const order = () => module.getDefaultResultOrder();
  const functions = [module, module.promises].map((methods) => [methods, functionsOf(methods)] as const);
  const setServers = (servers: string[]) => {
    module.setServers(servers);
    // Restores the network guard's functions: Node has replaced them.
    for (const [methods, originals] of functions) Object.assign(methods, originals);
  };
  return [
    shown('the order of addresses of `dns`', 'setDefaultResultOrder', order, (value) =>
      module.setDefaultResultOrder(value),
    ),
    shown('the servers of `dns`', 'setServers', () => module.getServers(), setServers),
  ];
}

function functionsOf(module: object): object {
  return Object.fromEntries(Object.entries(module).filter(([, value]) => typeof value === 'function'));
}

function events(): Setting[] {
  const { EventEmitter } = process.getBuiltinModule('events');
  return (['defaultMaxListeners', 'captureRejections'] as const).map((name) =>
    shown(
      `\`EventEmitter.${name}\``,
      name,
      () => EventEmitter[name],
      (value) => void Reflect.set(EventEmitter, name, value),
    ),
  );
}

function http(): Setting[] {
  return [globalAgentOf(process.getBuiltinModule('http'), 'http')];
}

function https(): Setting[] {
  return [globalAgentOf(process.getBuiltinModule('https'), 'https')];
}

function globalAgentOf(module: { globalAgent: unknown }, name: string): Setting {
  return hidden(
    `\`${name}.globalAgent\``,
    'globalAgent',
    () => module.globalAgent,
    (agent) => void (module.globalAgent = agent),
  );
}

function net(): Setting[] {
  const module = process.getBuiltinModule('net');
  return [
    shown(
      'the choice of address families of `net`',
      'setDefaultAutoSelectFamily',
      () => [module.getDefaultAutoSelectFamily(), module.getDefaultAutoSelectFamilyAttemptTimeout()] as const,
      ([isOn, timeout]) => {
        module.setDefaultAutoSelectFamily(isOn);
        module.setDefaultAutoSelectFamilyAttemptTimeout(timeout);
      },
    ),
  ];
}

function stream(): Setting[] {
  const module = process.getBuiltinModule('stream');
  return [
    shown(
      'the high-water marks of `stream`',
      'setDefaultHighWaterMark',
      () => [module.getDefaultHighWaterMark(false), module.getDefaultHighWaterMark(true)] as const,
      ([bytes, objects]) => {
        module.setDefaultHighWaterMark(false, bytes);
        module.setDefaultHighWaterMark(true, objects);
      },
    ),
  ];
}

function util(): Setting[] {
  const { inspect } = process.getBuiltinModule('util');
  const write = (options: typeof inspect.defaultOptions) => void (inspect.defaultOptions = options);
  return [
    shown('`util.inspect.defaultOptions`', 'defaultOptions', () => ({ ...inspect.defaultOptions }), write),
  ];
}

/** A shared array, which is restored in place. */
function listed(name: string, word: string, array: string[]): Setting {
  return shown(
    name,
    word,
    () => [...array],
    (values) => void array.splice(0, array.length, ...values),
  );
}
