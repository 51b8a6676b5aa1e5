import type { Protection } from './protection.ts';

const server = 'apps/api/src/http/create-server.ts';
const httpSecurity = 'apps/api/src/http/http-security.ts';
const guard = 'libs/platform/app/src/http/route-policies.ts';
const authentication = 'libs/identity/app/src/routes/authenticate-request.ts';
const sessions = 'libs/identity/app/src/services/sessions-service.ts';
const fields = 'libs/identity/contract/src/fields.ts';
const access = 'libs/identity/app/src/services/access-service.ts';

/** What keeps the API safe, by name, and how it would look without. */
export const protections = {
  bodyLimit: { file: server, text: 'bodyLimit: 64 * 1024', instead: 'bodyLimit: 1024 * 1024' },
  typesOfBodies: { file: server, text: "app.removeContentTypeParser('text/plain');", instead: '' },
  typesOfFields: { file: server, text: 'coerceTypes: false', instead: 'coerceTypes: true' },
  unreadableAddresses: { file: server, text: 'frameworkErrors: answerProblem,', instead: '' },
  queriesInLog: { file: server, text: "url.split('?', 1)[0] ?? ''", instead: 'url' },
  linesOfLog: {
    file: server,
    text: 'logger: { level: logLevel,',
    instead:
      "logger: { level: logLevel, stream: { write: (line) => console.log(line.replaceAll('%0A', '\\n')) },",
  },
  closedSchemas: {
    file: 'libs/identity/contract/src/organizations.ts',
    text: 'Type.Object({ name: Name, slug: Slug }, closed)',
    instead: 'Type.Object({ name: Name, slug: Slug })',
  },
  linesOfText: {
    file: 'libs/platform/contract/src/fields.ts',
    text: 'maxLength, pattern, examples',
    instead: 'maxLength, examples',
  },
  boundValues: {
    file: 'libs/identity/app/src/services/accounts-service.ts',
    text: 'const user = await em.findOne(UserEntity, { email: to });',
    instead:
      "await em.execute(`select from users where email = '${to}'`);\n      const user = await em.findOne(UserEntity, { email: to });",
  },
  addresses: { file: fields, text: "format: 'email', ", instead: '' },
  escapedMarkup: {
    file: 'apps/api/src/pages/send-page.ts',
    text: ".replaceAll('<', '&lt;')",
    instead: '',
  },
  origins: { file: httpSecurity, text: 'origin: [...options.corsOrigins]', instead: 'origin: true' },
  contentPolicy: { file: httpSecurity, text: '["\'none\'"]', instead: '["*"]' },
  namelessServer: {
    file: httpSecurity,
    text: "reply.header('x-request-id', request.id);",
    instead: "reply.header('x-request-id', request.id).header('server', 'x');",
  },
  limitedGuesses: {
    file: httpSecurity,
    text: 'limitAnonymousWrites(app, options.anonymousWritesPerMinute);',
    instead: '',
  },
  realAddresses: {
    file: server,
    text: 'trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false',
    instead: 'trustProxy: true',
  },
  countedRefusals: {
    file: guard,
    text: '[...[route.onRequest ?? []].flat(), (request) => authenticate(request)]',
    instead: '[(request) => authenticate(request), ...[route.onRequest ?? []].flat()]',
  },
  wholeTokens: { file: authentication, text: '/^Bearer ([\\w-]{43})$/i', instead: '/([\\w-]{43})/i' },
  placeOfTokens: {
    file: authentication,
    text: "protocols?.replace(/^bearer, */, 'Bearer ') : authorization;",
    instead:
      "protocols?.replace(/^bearer, */, 'Bearer ') : (authorization ?? arguments[0].headers.cookie?.replace('session=', 'Bearer '));",
  },
  guard: { file: guard, text: "if (policy === 'public') return;", instead: 'return;' },
  membership: {
    file: access,
    text: 'if (!role) throw new OrganizationNotFoundError();',
    instead: "if (!role) return { userId, organizationId, role: 'owner' };",
  },
  roles: {
    file: access,
    text: 'if (!isAtLeast(role, needed)) throw new RoleTooWeakError(needed);',
    instead: '',
  },
  logOut: {
    file: sessions,
    text: 'await this.#tenants.write({}, (em) => em.nativeDelete(SessionEntity, { id }));',
    instead: '',
  },
  otherSessions: {
    file: 'libs/identity/app/src/services/accounts-service.ts',
    text: 'await em.nativeDelete(SessionEntity, { user: session.userId, id: { $ne: session.id } });',
    instead: '',
  },
  sameAnswers: {
    file: sessions,
    text: 'if (!user || !verified) throw new InvalidCredentialsError();',
    instead:
      'if (!user) throw new UnauthenticatedError();\n    if (!verified) throw new InvalidCredentialsError();',
  },
  sameWork: { file: sessions, text: 'await verifyNothing(password)', instead: 'false' },
  silentFaults: {
    file: 'libs/platform/app/src/http/problem-details.ts',
    text: "'Something went wrong on our side.'",
    instead: 'String(error)',
  },
  endOfReadingTenant: {
    file: 'libs/platform/app/src/tenants/tenant-transactions.ts',
    text: "'app.organization_id', $1, true",
    instead: "'app.organization_id', $1, false",
  },
  endOfWritingTenant: {
    file: 'node_modules/@mikro-orm/sql/AbstractSqlConnection.js',
    text: 'set_config(?, ?, true)',
    instead: 'set_config(?, ?, false)',
  },
  tenantFilters: {
    file: 'libs/platform/app/src/tenants/tenant-owned.ts',
    text: 'default: true',
    instead: 'default: false',
  },
} as const satisfies Readonly<Record<string, Protection>>;
