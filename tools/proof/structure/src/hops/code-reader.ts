import { type ClassDeclaration, Node, type SourceFile, type Symbol, SyntaxKind } from 'ts-morph';
import { isCalled, type Name, namesIn } from './names-in.ts';

/** The paths of the files that a reader of some code opens, each with the one that led to it. */
export type FilesRead = ReadonlyMap<string, string | undefined>;

/** A file to open, and the code in it to read. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly code: readonly Node[];
  /** True for the way from an interface to its implementations. */
  readonly isImplementation?: boolean;
}

/** Reads code as a person does who follows one route, declaration by declaration. */
export class CodeReader {
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #steps = new Map<Node, readonly Step[]>();
  readonly #implementations = new Map<Node, readonly Step[]>();

  constructor(files: readonly SourceFile[]) {
    this.#files = new Map(files.map((file) => [pathOf(file), file]));
  }

  /**
   * Returns the files that lead from some code to the SQL, in the order of reading.
   *
   * - A name leads to its declaration, through the index files that export it.
   * - A call of an interface's method leads to the interface, to the methods that implement it, and to the files of that
   *   library that create the object. Of other components only the platform's implementations are read, because they
   *   send the SQL; otherwise the contract has to suffice.
   * - Types lead nowhere, and neither do packages.
   */
  filesFrom(code: Node): FilesRead {
    const start = pathOf(code);
    const opened = new Map<string, string | undefined>([[start, undefined]]);
    const readCode = new Set<Node>([code]);
    for (const node of readCode) {
      const steps = this.#stepsFrom(node).filter(
        (step) => !step.isImplementation || isReadFrom(start, step.to),
      );
      for (const step of steps) {
        if (!opened.has(step.to)) opened.set(step.to, step.from);
        for (const next of step.code) readCode.add(next);
      }
    }
    return opened;
  }

  #stepsFrom(code: Node): readonly Step[] {
    const steps = this.#steps.get(code) ?? namesIn(code).flatMap((name) => this.#stepsOf(name));
    this.#steps.set(code, steps);
    return steps;
  }

  #stepsOf(name: Name): Step[] {
    const steps: Step[] = [];
    let from = pathOf(name);
    let symbol = name.getSymbol();
    for (; symbol?.isAlias(); symbol = symbol.getImmediatelyAliasedSymbol()) {
      for (const to of this.#own(symbol).map(pathOf)) {
        steps.push({ from, to, code: [] });
        from = to;
      }
    }
    const declarations = symbol ? this.#own(symbol) : [];
    return [...steps, ...declarations.flatMap((declaration) => this.#stepsTo(declaration, name, from))];
  }

  #stepsTo(declaration: Node, name: Name, from: string): Step[] {
    const to = pathOf(declaration);
    if (Node.isMethodSignature(declaration) || Node.isPropertySignature(declaration)) {
      return isCalled(name) ? [{ from, to, code: [] }, ...this.#implementationsOf(declaration, name)] : [];
    }
    const code = codeOf(declaration, name);
    return code ? [{ from, to, code }] : [];
  }

  #implementationsOf(signature: Node, name: Name): readonly Step[] {
    const found = this.#implementations.get(signature) ?? this.#findImplementations(pathOf(signature), name);
    this.#implementations.set(signature, found);
    return found;
  }

  #findImplementations(from: string, name: Name): Step[] {
    const nodes = Node.isIdentifier(name) ? name.getImplementations().map((each) => each.getNode()) : [];
    const own = nodes.map((node) => node.getParentOrThrow()).filter((node) => this.#files.has(pathOf(node)));
    return own.flatMap((implementation) => {
      const to = pathOf(implementation);
      const owner = implementation.getParentIfKind(SyntaxKind.ClassDeclaration);
      const creators = owner ? this.#creatorsOf(owner) : [];
      return [
        { from, to, code: [implementation], isImplementation: true },
        ...creators.map((creator) => ({ from: to, to: creator, code: [], isImplementation: true })),
      ];
    });
  }

  /** Returns the files of a class's library that create its objects. */
  #creatorsOf(owner: ClassDeclaration): string[] {
    const library = libraryOf(pathOf(owner));
    const files = [...this.#files].filter(([path]) => libraryOf(path) === library);
    const creates = new RegExp(String.raw`\bnew ${owner.getName()}\(`);
    return files.filter(([, file]) => creates.test(file.getText())).map(([path]) => path);
  }

  #own(symbol: Symbol): Node[] {
    return symbol.getDeclarations().filter((declaration) => this.#files.has(pathOf(declaration)));
  }
}

/** Returns the code of a declaration that its reader reads; undefined for types, parameters and local names. */
function codeOf(declaration: Node, name: Name): Node[] | undefined {
  if (Node.isClassDeclaration(declaration)) {
    const base = declaration.getExtends();
    return [
      ...(base ? [base] : []),
      ...(Node.isNewExpression(name.getParent()) ? creationOf(declaration) : []),
    ];
  }
  if (Node.isPropertyDeclaration(declaration)) return [declaration.getInitializer() ?? []].flat();
  const isRead =
    Node.isFunctionDeclaration(declaration) ||
    Node.isVariableDeclaration(declaration) ||
    Node.isMethodDeclaration(declaration) ||
    Node.isGetAccessorDeclaration(declaration) ||
    Node.isPropertyAssignment(declaration);
  return isRead ? [declaration] : undefined;
}

function creationOf(owner: ClassDeclaration): Node[] {
  return [
    ...owner.getConstructors(),
    ...owner.getProperties().flatMap((each) => each.getInitializer() ?? []),
  ];
}

function isReadFrom(start: string, implementation: string): boolean {
  return [componentOf(start), 'platform'].includes(componentOf(implementation));
}

/** Returns `billing` of `…/libs/billing/app/src/…`. */
function componentOf(path: string): string {
  return /\/libs\/([^/]+)\//.exec(path)?.[1] ?? '';
}

function libraryOf(path: string): string {
  return /^.*\/libs\/[^/]+\/[^/]+\//.exec(path)?.[0] ?? '';
}

function pathOf(node: Node): string {
  return node.getSourceFile().getFilePath();
}
