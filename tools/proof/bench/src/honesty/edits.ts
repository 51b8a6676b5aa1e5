import { oneOf, type Random } from '@vouch/scratch';
import type { ChangingWorkspace } from './changing-workspace.ts';
import { changingTests, specOf, value } from './libraries.ts';

export interface Edit {
  readonly description: string;
  apply(workspace: ChangingWorkspace): void;
}

type Kind = (random: Random) => Edit;

/** Changes that a person, a script or a machine may make between two runs. Each kind goes back and forth. */
const kinds: readonly [Kind, ...Kind[]] = [
  inFile('value of a library', (random) => {
    const library = oneOf(random, ['base', 'middle', 'top']);
    return [`libs/${library}/src/value.ts`, (price) => value('value', price)];
  }),
  inFile('code in a folder named like a level', () => [
    'libs/layered/src/security/rule.ts',
    (rule) => value('rule', rule),
  ]),
  inFile('file at the root', () => ['prices.json', (price) => JSON.stringify({ price })]),
  inFile('README of a library', () => ['libs/reads-readme/README.md', String]),
  thereOrNot('data/two.csv'),
  thereOrNot('feature.flag'),
  thereOrNot('libs/base/src/never.test.ts'),
  inEnvironment('CURRENCY', ['EUR', 'USD', undefined]),
  inEnvironment('TZ', ['UTC', 'Asia/Tokyo']),
  inEnvironment('TEST_NETWORK', ['1', undefined]),
  inEnvironment('CI', ['true', undefined]),
  (random) => {
    const price = oneOf(random, [1, 2]);
    return {
      description: `version ${price} of a package`,
      apply: (workspace) => workspace.installPackage(price),
    };
  },
  (random) => {
    const rate = oneOf(random, [1, 2]);
    return {
      description: `rate ${rate} in vitest.config.ts`,
      apply: (workspace) => workspace.configure(rate),
    };
  },
  (random) => {
    const tests = oneOf(random, changingTests);
    return {
      description: `tests ${tests}`,
      apply: (workspace) => workspace.write('libs/changing/src/it.spec.ts', specOf({ tests: [tests] })),
    };
  },
];

export function randomEdit(random: Random): Edit {
  return oneOf(random, kinds)(random);
}

function inFile(
  what: string,
  choose: (random: Random) => [file: string, content: (number: number) => string],
): Kind {
  return (random) => {
    const [file, content] = choose(random);
    const number = oneOf(random, [1, 1, 2]);
    return {
      description: `${what}: ${number} in ${file}`,
      apply: (workspace) => workspace.write(file, content(number)),
    };
  };
}

function thereOrNot(file: string): Kind {
  return (random) => {
    const there = oneOf(random, [true, false]);
    return {
      description: `${file} ${there ? 'is there' : 'is gone'}`,
      apply: (workspace) => (there ? workspace.write(file, '') : workspace.remove(file)),
    };
  };
}

function inEnvironment(name: string, values: readonly (string | undefined)[]): Kind {
  return (random) => {
    const to = values[random(values.length)];
    return { description: `${name}=${to ?? ''}`, apply: (workspace) => workspace.setVariable(name, to) };
  };
}
