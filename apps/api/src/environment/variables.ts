export type Environment = Readonly<Record<string, string | undefined>>;

export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(problems: readonly string[]) {
    super(['The configuration is not usable:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
  }

  static throwIfAny(problems: readonly string[]): void {
    if (problems.length > 0) throw new ConfigError(problems);
  }
}

/** Reads environment variables and collects their problems, to report all of them at once. */
export class Variables {
  readonly #environment: Environment;
  readonly #problems: string[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  text(name: string, example: string, fallback?: string): string {
    const value = this.#environment[name]?.trim();
    if (value) return value;
    return fallback ?? this.#report(`${name} is missing; for example ${name}=${example}`, '');
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const value = this.text(name, fallback, fallback);
    return (
      choices.find((choice) => choice === value) ??
      this.#report(`${name} is "${value}"; it takes one of ${choices.join(', ')}`, fallback)
    );
  }

  port(name: string, fallback: number): number {
    const value = this.text(name, String(fallback), String(fallback));
    if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) return Number(value);
    return this.#report(
      `${name} is "${value}"; it takes a number of 0..65535, for example ${name}=${fallback}`,
      0,
    );
  }

  /** Comma-separated; empty when not set. */
  list(name: string, isOne: (value: string) => boolean, example: string): string[] {
    const values = this.text(name, '', '').split(',');
    const given = values.map((value) => value.trim()).filter((value) => value !== '');
    for (const value of given.filter((one) => !isOne(one)))
      this.#report(`${name} has "${value}"; for example ${name}=${example}`, undefined);
    return given;
  }

  count(name: string, fallback: number, least = 1): number {
    const value = this.text(name, String(fallback), String(fallback));
    if (/^(?:0|[1-9]\d{0,8})$/.test(value) && Number(value) >= least) return Number(value);
    return this.#report(
      `${name} is "${value}"; it takes a whole number from ${least}, for example ${name}=${fallback}`,
      least,
    );
  }

  /** A wrong address is not repeated in the problem, because it may contain a password. */
  url(name: string, protocols: readonly string[], example: string, fallback?: string): string {
    const value = this.text(name, example, fallback);
    if (value === '' || (isReadable(value) && protocols.includes(new URL(value).protocol))) return value;
    return this.#report(`${name} is not a ${protocols[0]}// address; for example ${name}=${example}`, '');
  }

  /** @throws ConfigError when anything that was read is missing or wrong */
  check(): void {
    ConfigError.throwIfAny(this.#problems);
  }

  #report<Value>(problem: string, standIn: Value): Value {
    this.#problems.push(problem);
    return standIn;
  }
}

/** Returns whether an address with its user and password can be decoded. */
function isReadable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}
