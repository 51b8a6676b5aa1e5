import type { Person, RunningApi } from '../api-port.ts';
import type { ApiResponse, Caller } from '../caller.ts';

/** A running API, a caller who is not signed in, and a person who is. */
export interface AttackTarget {
  readonly api: RunningApi;
  readonly anyone: Caller;
  readonly person: Person;
  /** A path that answers everyone who is signed in, such as `/me`. */
  readonly ownPath: string;
}

/** How an API lets people in. */
export interface AccountRoutes {
  /** Registers a new person and signs them in. */
  readonly newPerson: () => Promise<Person>;
  /** The password that `newPerson` chooses. */
  readonly password: string;
  /** The response to a registration. */
  readonly register: (email: string, name: string) => Promise<ApiResponse>;
  /** The response to a request for a new password. */
  readonly requestPassword: (email: string) => Promise<ApiResponse>;
  readonly signIn: (email: string, password: string) => Promise<ApiResponse>;
  /** Signs a person in once more. */
  readonly newSession: (person: Person) => Promise<Caller>;
  readonly signOut: (caller: Caller) => Promise<ApiResponse>;
  readonly changePassword: (person: Person, password: string) => Promise<ApiResponse>;
}

/** A route that creates a resource with a text in it. The resource is then read at `<path>/<id>`. */
export interface Creation {
  readonly path: string;
  /** A valid body, with this text as the name if one is given. */
  readonly body: (name?: string) => object;
}

/** The target of attacks with request bodies. */
export interface BodyTarget extends AttackTarget {
  /** A public route that takes exactly these texts. */
  readonly publicWrite: { readonly path: string; readonly body: Readonly<Record<string, string>> };
  /** The largest body that the API reads, in bytes. */
  readonly bodyLimit: number;
  /** The session of the caller, which `DELETE` ends and which has no `GET`. */
  readonly sessionPath: string;
  readonly creation: Creation;
}

/** The target of attacks with texts, paths and headers. */
export interface TextTarget extends AttackTarget {
  readonly creation: Creation;
  readonly accounts: AccountRoutes;
  /** The path of a file that the API serves from a folder. */
  readonly staticFile: string;
  /** A page that shows the host of the request. */
  readonly hostPage: string;
}

/** The target of attacks with tokens. */
export interface TokenTarget extends AttackTarget {
  readonly accounts: AccountRoutes;
}

/** The target of checks of headers for browsers. */
export interface BrowserTarget extends AttackTarget {
  /** The one origin that the API was started to allow, over https. */
  readonly allowedOrigin: string;
  /** Public paths. */
  readonly publicPaths: readonly string[];
}

/** The target of checks of secrets. */
export interface SecretTarget extends AttackTarget {
  readonly accounts: AccountRoutes;
  /** The code in the last mail to an address. */
  readonly mailedCode: (email: string) => Promise<string>;
  /** A public route that takes such a code. */
  readonly codePath: string;
  /** Makes the API fail on a request and returns the response. `withoutTable` helps. */
  readonly causeInternalError: () => Promise<ApiResponse>;
}

/** Everything that `attackChecks` needs. */
export interface FullTarget extends BodyTarget, TextTarget, TokenTarget, BrowserTarget, SecretTarget {}

/**
 * Attacks an API, and rejects with an assertion error where an attack succeeds.
 *
 * @example
 * const check: Check = async ({ anyone }) => expect((await anyone.get('/metrics')).status).toBe(404);
 */
export type Check<Target extends AttackTarget = AttackTarget> = (target: Target) => Promise<void>;

/** Checks by what they hold an API to. */
export type Checks<Target extends AttackTarget = AttackTarget> = Readonly<Record<string, Check<Target>>>;
