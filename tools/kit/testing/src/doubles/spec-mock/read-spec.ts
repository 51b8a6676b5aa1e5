/** A class, or the names of the members of an interface. */
export type Spec<T> = (abstract new (...args: never[]) => T) | readonly (keyof T & string)[];

/** A specification of whatever. */
export type AnySpec = (abstract new (...args: never[]) => unknown) | readonly string[];

/** What is known of one member before anything is called. */
export interface Member {
  readonly isAsync: boolean;
  readonly isAccessor: boolean;
  /** The most arguments that it takes. */
  readonly most: number;
}

/** The members that the real thing has, by name. */
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

/** Whether the source of a class, or of one it extends, mentions a name: it may be a field, which no prototype shows. */
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

/** `length` stops at the first default or rest parameter: with one of those it says too little. */
function mostArguments(method: (...args: never[]) => unknown): number {
  const source = Function.prototype.toString.call(method);
  const parameters = source.slice(source.indexOf('(') + 1, source.indexOf('{'));
  return /=|\.\.\./.test(parameters) ? Number.POSITIVE_INFINITY : method.length;
}
