import { parseArgs } from 'node:util';

export interface CreateOptions {
  /** The name of the application and of its folder. */
  readonly name: string;
  readonly scope: string;
  readonly samples: boolean;
  readonly git: boolean;
}

export const usage = `npm create vouch <name> [-- options]

  <name>             the application: lower-case words joined by hyphens; also the folder that is made
  --scope=@mycorp    the scope of its packages; @<name> unless given
  --no-samples       without the sample component alerts
  --no-git           without a Git repository
`;

const parts = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** @throws Error that names the argument, its value, what was expected and a command that works */
export function readOptions(args: readonly string[]): CreateOptions | 'help' {
  const { positionals, values } = parse(args);
  if (values.help) return 'help';
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0)
    throw new Error(`Expected one name, not ${positionals.length}. Try: npm create vouch my-app\n\n${usage}`);
  if (!parts.test(name) || name.length > 40)
    throw new Error(
      `The application cannot be called ${JSON.stringify(name)}. Expected lower-case words joined by hyphens, 40 characters at most. Try: npm create vouch my-app`,
    );
  const scope = values.scope ?? `@${name}`;
  if (!/^@[a-z0-9][a-z0-9-]{0,38}$/.test(scope))
    throw new Error(
      `The scope cannot be ${JSON.stringify(scope)}. Expected an @ and lower-case letters, digits and hyphens. Try: npm create vouch ${name} -- --scope=@mycorp`,
    );
  return { name, scope, samples: values.samples, git: values.git };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: {
        scope: { type: 'string' },
        samples: { type: 'boolean', default: true },
        git: { type: 'boolean', default: true },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n\n${usage}`);
  }
}
