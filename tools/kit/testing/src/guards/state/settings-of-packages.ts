import { packageName } from '../../worker/package-name.ts';
import { hidden, type Setting } from './setting.ts';

/** Returns the settings of packages that are behind functions. */
export function settingsOfPackage(id: string, exports: object): readonly Setting[] {
  return byPackage[packageName(id) ?? '']?.(exports) ?? [];
}

const byPackage: Readonly<Record<string, (exports: object) => Setting[]>> = {
  'fast-check': ({ readConfigureGlobal: read, configureGlobal: write }: Partial<FastCheck>) =>
    read && write ? [hidden('the configuration of fast-check', 'configureGlobal', read, write)] : [],
  '@faker-js/faker': (exports) => Object.values(exports).filter(isFaker).map(seedOf),
  pg: ({ types }: { types?: PgTypes }) => (types?.builtins ? [parsersOf(types)] : []),
};

interface FastCheck {
  readConfigureGlobal(): unknown;
  configureGlobal(parameters: unknown): void;
}

interface Faker {
  readonly fakerCore: { readonly randomizer: { seed(seed: unknown): void } };
}

function isFaker(value: unknown): value is Faker {
  return typeof value === 'object' && value !== null && 'fakerCore' in value;
}

/** The seed of a faker, which would make it repeat its values in other files. It is restored to a random one. */
function seedOf({ fakerCore: { randomizer } }: Faker): Setting {
  const seed = randomizer.seed.bind(randomizer);
  let given: unknown;
  randomizer.seed = (value) => {
    given = value;
    seed(value);
  };
  const write = (value: unknown) => {
    given = value;
    seed(value ?? Math.floor(Math.random() * Number.MAX_SAFE_INTEGER));
  };
  return hidden('the seed of faker', 'seed', () => given, write);
}

interface PgTypes {
  readonly builtins: Readonly<Record<string, number>>;
  getTypeParser(type: number, format: 'text' | 'binary'): unknown;
  setTypeParser(type: number, format: 'text' | 'binary', parser: unknown): void;
}

function parsersOf(types: PgTypes): Setting {
  const kinds = Object.values(types.builtins).flatMap((type) =>
    (['text', 'binary'] as const).map((format) => [type, format] as const),
  );
  const read = () => kinds.map(([type, format]) => types.getTypeParser(type, format));
  const write = (parsers: readonly unknown[]) => {
    for (const [index, [type, format]] of kinds.entries()) {
      if (types.getTypeParser(type, format) !== parsers[index])
        types.setTypeParser(type, format, parsers[index]);
    }
  };
  const isSame = (one: unknown, other: unknown) =>
    (one as unknown[]).every((parser, index) => parser === (other as unknown[])[index]);
  return { ...hidden('the type parsers of pg', 'setTypeParser', read, write), isSame };
}
