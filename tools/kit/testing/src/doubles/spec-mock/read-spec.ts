/** A class, or the names of the members of an interface. */
export type Spec<T> = (abstract new (...args: never[]) => T) | readonly (keyof T & string)[];

/** A specification of any type. */
export type AnySpec = (abstract new (...args: never[]) => unknown) | readonly string[];

/** The facts about one member before a call. */
export interface Member {
  readonly isAsync: boolean;
  readonly isAccessor: boolean;
  /** The maximum number of arguments. */
  readonly most: number;
}

/** Returns the members of the real type, by name. */
export function readSpec(spec: AnySpec): Map<string, Member> {
  if (typeof spec !== 'function') return new Map(spec.map((name) => [name, unknown]));
  const members = new Map<string, Member>();
  for (
    let proto = spec.prototype as object | null;
    proto && proto !== Object.prototype;
    proto = Object.getPrototypeOf(proto) as object | null
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
      if (name !== 'constructor' && !members.has(name)) members.set(name, readMember(descriptor));
    }
  }
  return members;
}

/** Returns whether the source of a class or its parents mentions a name, which may be a field that no prototype shows. */
export function mentions(spec: AnySpec, name: string): boolean {
  for (
    let type: unknown = spec;
    typeof type === 'function' && type !== Function.prototype;
    type = Object.getPrototypeOf(type)
  ) {
    if (
      new RegExp(`(?<![\\w$#])${RegExp.escape(name)}(?![\\w$])`).test(Function.prototype.toString.call(type))
    )
      return true;
  }
  return false;
}

const unknown: Member = { isAsync: false, isAccessor: false, most: Number.POSITIVE_INFINITY };
const AsyncFunction = (async () => undefined).constructor;

function readMember({ value }: PropertyDescriptor): Member {
  if (typeof value !== 'function') return { ...unknown, isAccessor: true };
  return {
    isAsync: value instanceof AsyncFunction,
    isAccessor: false,
    most: mostArguments(value as () => unknown),
  };
}

/** Returns no maximum for default and rest parameters, because `length` stops at the first one. */
function mostArguments(method: (...args: never[]) => unknown): number {
  const source = Function.prototype.toString.call(method);
  const parameters = source.slice(source.indexOf('(') + 1, source.indexOf('{'));
  return /=|\.\.\./.test(parameters) ? Number.POSITIVE_INFINITY : method.length;
}
