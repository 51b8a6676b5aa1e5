import { chai, expect } from 'vitest';
import type { GuardProblem } from '../guard-problem.ts';
import { callerOf, captureStack, originOf } from '../origin.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';
import { workerFile } from '../vitest-worker.ts';
import type { StateCheck } from './state-check.ts';

interface SavedMatcher {
  readonly name: string;
  readonly wasThere: boolean;
  readonly origin: Error;
  /** Restores the previous matcher of this name. */
  readonly putBack: () => void;
}

/** Removes matchers and equality testers that a file added; reports matchers that it replaced. */
export const matchers: StateCheck = () => {
  const saved = oncePerWorker('matchers', watchMatchers);
  saved.length = 0;
  return () => {
    const problems = saved.filter(({ wasThere }) => wasThere).map(problemOf);
    for (const { putBack } of saved.splice(0).reverse()) putBack();
    return problems;
  };
};

type Extend = (expect: object, matchers: object) => void;

/** Watches added matchers. Those of packages and of the kit stay, because their modules stay loaded. */
function watchMatchers(): SavedMatcher[] {
  const saved: SavedMatcher[] = [];
  const methods = chai.expect as unknown as { extend: Extend };
  const { extend } = methods;
  methods.extend = (local, added) => {
    const origin = callerOf(captureStack());
    if (isOfWorkspace(origin))
      saved.push(...Object.keys(added).map((name) => saveMatcher(name, local, origin)));
    return extend.call(methods, local, added);
  };
  const { addEqualityTesters } = expect;
  Object.assign(expect, {
    addEqualityTesters(testers: Parameters<typeof addEqualityTesters>[0]) {
      const { customEqualityTesters: all } = jestMatchers();
      const { length } = all;
      if (isOfWorkspace(captureStack()))
        saved.push({
          name: '',
          wasThere: false,
          origin: new Error(),
          putBack: () => void all.splice(length),
        });
      addEqualityTesters(testers);
    },
  });
  return saved;
}

function isOfWorkspace(origin: Error): boolean {
  return /^(?:own|renewed module)$/.test(originOf(origin, workerFile().filepath));
}

function saveMatcher(name: string, local: object, origin: Error): SavedMatcher {
  const holders = [
    chai.Assertion.prototype as object,
    jestMatchers().matchers,
    asymmetricMatchers(),
    local,
    expect,
    expect.not,
  ];
  const before = holders.map((holder) => Object.getOwnPropertyDescriptor(holder, name));
  return {
    ...{ name, origin, wasThere: name in chai.Assertion.prototype },
    putBack: () => {
      for (const [index, holder] of holders.entries()) {
        const descriptor = before[index];
        if (descriptor) Object.defineProperty(holder, name, descriptor);
        else Reflect.deleteProperty(holder, name);
      }
    },
  };
}

function jestMatchers(): { readonly matchers: object; readonly customEqualityTesters: unknown[] } {
  return Reflect.get(globalThis, Symbol.for('$$jest-matchers-object')) as ReturnType<typeof jestMatchers>;
}

function asymmetricMatchers(): object {
  return Reflect.get(globalThis, Symbol.for('asymmetric-matchers-object')) as object;
}

function problemOf({ name, origin }: SavedMatcher): GuardProblem {
  return { what: `replaced the matcher \`${name}\``, fix: 'Use another name for your matcher.', origin };
}
