/** A change of state that test files share in one process. */
export interface Guilty {
  /** The code of the first file, in a hook. */
  readonly does: string;
  readonly complaint: RegExp;
  /** The expression that must have its old value in the next file. */
  readonly after: string;
}

/** The changes that the guards report, by name. */
export const reported: Readonly<Record<string, Guilty>> = {
  'function-of-node': {
    does: `fs.existsSync = () => true; syncBuiltinESMExports();`,
    complaint: /replaced `fs\.existsSync`/,
    after: `[fs.existsSync('/no'), existsSync('/no')]`,
  },
  'function-by-promise': {
    does: `fs.promises.stat = async () => 'replaced';`,
    complaint: /replaced `fs\.promises\.stat`/,
    after: `fs.promises.stat.name`,
  },
  'member-removed': {
    does: `delete os.hostname;`,
    complaint: /removed `os\.hostname`/,
    after: `typeof os.hostname`,
  },
  'member-added': { does: `os.extra = 1;`, complaint: /left `os\.extra` behind/, after: `os.extra` },
  'class-of-node': {
    does: `http.Server.prototype.closeAllConnections = () => 'replaced';`,
    complaint: /replaced `http\.Server\.prototype\.closeAllConnections`/,
    after: `http.Server.prototype.closeAllConnections.name`,
  },
  'agent-option': {
    does: `http.globalAgent.maxSockets = 1;`,
    complaint: /`http\.globalAgent\.maxSockets` changed from Infinity to 1/,
    after: `http.globalAgent.maxSockets`,
  },
  agent: {
    does: `http.globalAgent = new http.Agent({ maxSockets: 2 });`,
    complaint: /left `http\.globalAgent` changed/,
    after: `http.globalAgent.maxSockets`,
  },
  'member-of-global': {
    does: `JSON.stringify = () => 'replaced';`,
    complaint: /replaced `JSON\.stringify`/,
    after: `JSON.stringify(1)`,
  },
  'method-of-array': {
    does: `Array.prototype.at = () => 'replaced';`,
    complaint: /replaced `Array\.prototype\.at`/,
    after: `[1].at(0)`,
  },
  platform: {
    does: `Object.defineProperty(process, 'platform', { value: 'replaced' });`,
    complaint: /`process\.platform` changed from "\w+" to "replaced"/,
    after: `process.platform`,
  },
  'stack-limit': {
    does: `Error.stackTraceLimit = 1;`,
    complaint: /`Error\.stackTraceLimit` changed from \d+ to 1/,
    after: `Error.stackTraceLimit`,
  },
  symbol: {
    does: `globalThis[Symbol.for('left behind')] = 1;`,
    complaint: /left the global Symbol\(left behind\) behind/,
    after: `globalThis[Symbol.for('left behind')]`,
  },
  emitters: {
    does: `EventEmitter.defaultMaxListeners = 99;`,
    complaint: /`EventEmitter\.defaultMaxListeners` changed from 10 to 99/,
    after: `EventEmitter.defaultMaxListeners`,
  },
  rejections: {
    does: `EventEmitter.captureRejections = true;`,
    complaint: /`EventEmitter\.captureRejections` changed/,
    after: `EventEmitter.captureRejections`,
  },
  'order-of-addresses': {
    does: `dns.setDefaultResultOrder('ipv6first');`,
    complaint: /order of addresses of `dns` changed from "\w+" to "ipv6first"/,
    after: `dns.getDefaultResultOrder()`,
  },
  'dns-servers': {
    does: `dns.setServers(['192.0.2.1']);`,
    complaint: /servers of `dns` changed/,
    // Read without calling: the network guard replaces these functions.
    after: `[dns.getServers(), String(dns.resolve4), String(dns.promises.resolve4)]`,
  },
  'address-families': {
    does: `net.setDefaultAutoSelectFamily(false);`,
    complaint: /address families of `net` changed/,
    after: `net.getDefaultAutoSelectFamily()`,
  },
  'high-water-mark': {
    does: `stream.setDefaultHighWaterMark(false, 1);`,
    complaint: /high-water marks of `stream` changed/,
    after: `stream.getDefaultHighWaterMark(false)`,
  },
  inspection: {
    does: `util.inspect.defaultOptions.depth = 9; util.inspect.defaultOptions = { depth: 9 };`,
    complaint: /`util\.inspect\.defaultOptions` changed/,
    after: `util.inspect.defaultOptions`,
  },
  'inspected-bytes': {
    does: `buffer.INSPECT_MAX_BYTES = 1;`,
    complaint: /`buffer\.INSPECT_MAX_BYTES` changed from 50 to 1/,
    after: `buffer.INSPECT_MAX_BYTES`,
  },
  arguments: {
    does: `process.argv.push('left');`,
    complaint: /`process\.argv` changed/,
    after: `process.argv`,
  },
  'arguments-replaced': {
    does: `process.argv = ['left'];`,
    complaint: /replaced `process\.argv`/,
    after: `process.argv`,
  },
  'arguments-of-node': {
    does: `process.execArgv.push('left');`,
    complaint: /`process\.execArgv` changed/,
    after: `process.execArgv`,
  },
  title: { does: `process.title = 'left';`, complaint: /`process\.title` changed/, after: `process.title` },
  umask: {
    does: `process.umask(0o077);`,
    complaint: /umask of the process changed/,
    after: `process.umask()`,
  },
  'fast-check': {
    does: `fc.configureGlobal({ numRuns: 1 });`,
    complaint: /configuration of fast-check changed/,
    after: `fc.readConfigureGlobal()`,
  },
  'faker-today': {
    does: `faker.setDefaultRefDate('2020-01-01');`,
    complaint: /left `faker\.fakerCore\.config\.defaultRefDate` of @faker-js\/faker behind/,
    after: `faker.date.past().getFullYear() > 2021`,
  },
  'pg-defaults': {
    does: `pg.defaults.max = 1;`,
    complaint: /`defaults\.max` of pg changed/,
    after: `pg.defaults.max`,
  },
  'pg-class': {
    does: `pg.Client.prototype.query = () => 'replaced';`,
    complaint: /replaced `Client\.prototype\.query` of pg/,
    after: `pg.Client.prototype.query.length`,
  },
  'pg-parser': {
    does: `pg.types.setTypeParser(20, BigInt);`,
    complaint: /type parsers of pg changed/,
    after: `pg.types.getTypeParser(20)('1')`,
  },
  'pino-serializer': {
    does: `pino.stdSerializers.err = () => 'replaced';`,
    complaint: /replaced `stdSerializers\.err` of pino/,
    after: `pino.stdSerializers.err.name`,
  },
  matcher: {
    does: `expect.extend({ toBe: () => ({ pass: true, message: () => '' }) });`,
    complaint: /replaced the matcher `toBe`/,
    after: `(() => { try { expect(1).toBe(2); return 'passed'; } catch { return 'failed'; } })()`,
  },
};
