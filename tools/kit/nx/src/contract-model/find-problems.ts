import type { Project, SourceFile } from 'ts-morph';
import type { Component, Contract, Member, Problem, PromiseOfContract } from './model.ts';
import type { ComponentSource } from './sources.ts';
import { pathOf } from './structure/create-program.ts';

type Found = Omit<Problem, 'component'>;

/** Finds the problems of a component's contracts, each with its fix. */
export function findProblems(
  source: ComponentSource,
  component: Component,
  project: Project,
  apps: readonly string[],
): Problem[] {
  const files = project.getSourceFiles().filter((file) => pathOf(file).startsWith(`${source.root}/`));
  const found = [
    ...files.flatMap((file) => syntaxErrors(file, project)),
    ...files.flatMap((file) => appImports(file, apps)),
    ...component.contracts.flatMap((contract) => unresolvedErrors(contract, project, files)),
    ...component.contracts.flatMap(repeatedIds),
    ...component.contracts.flatMap(undocumented),
  ];
  return found.map((problem) => ({ component: component.name, ...problem }));
}

function syntaxErrors(file: SourceFile, project: Project): Found[] {
  return project
    .getProgram()
    .getSyntacticDiagnostics(file)
    .map((diagnostic) => {
      const message = diagnostic.getMessageText();
      const text = typeof message === 'string' ? message : message.getMessageText();
      const place = { file: pathOf(file), line: diagnostic.getLineNumber() ?? 1 };
      return {
        code: 'syntax',
        message: `cannot be read as TypeScript: ${text} Correct the file and run this again.`,
        place,
      };
    });
}

function appImports(file: SourceFile, apps: readonly string[]): Found[] {
  return file.getImportDeclarations().flatMap((node) => {
    const name = node.getModuleSpecifierValue();
    const app = apps.find((candidate) => name === candidate || name.startsWith(`${candidate}/`));
    if (app === undefined) return [];
    const message = `imports the app library ${app}. A contract may import only contracts. Import from ${app}-contract, or move the declaration there.`;
    return [{ code: 'imports-app', message, place: { file: pathOf(file), line: node.getStartLineNumber() } }];
  });
}

function allPromises(contract: Contract): { promise: PromiseOfContract; member: Member | undefined }[] {
  return [
    ...contract.promises.map((promise) => ({ promise, member: undefined })),
    ...contract.members.flatMap((member) => member.promises.map((promise) => ({ promise, member }))),
  ];
}

const builtInErrors = new Set(
  'Error TypeError RangeError SyntaxError ReferenceError URIError EvalError AggregateError DOMException AbortError'.split(
    ' ',
  ),
);

function unresolvedErrors(contract: Contract, project: Project, files: readonly SourceFile[]): Found[] {
  return allPromises(contract).flatMap(({ promise, member }) => {
    const { error } = promise;
    if (error === undefined || builtInErrors.has(error)) return [];
    const place = (member ?? contract).place;
    const file = project.getSourceFileOrThrow(`/${place.file}`);
    const [head = ''] = error.split('.');
    if ([file, ...files].some((each) => each.getLocal(head) !== undefined)) return [];
    const message = `${promise.id} names an error that its library neither declares nor imports: ${error}. Correct the name, or declare the error in ${place.file}.`;
    return [{ code: 'unresolved-error', message, place }];
  });
}

function repeatedIds(contract: Contract): Found[] {
  const seen = new Set<string>();
  return allPromises(contract).flatMap(({ promise: { id }, member }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    if (isNew) return [];
    const message = `${id} is promised twice, but an id names one promise. Give one of the two @promise tags another slug.`;
    return [{ code: 'duplicate-id', message, place: (member ?? contract).place }];
  });
}

function undocumented(contract: Contract): Found[] {
  if (allPromises(contract).length > 0) return [];
  const names = contract.members.map(({ id }) => id).join(', ');
  const message = `${contract.name} documents no behaviour that a test could prove. Write @returns, @throws or @remarks on: ${names}.`;
  return [{ code: 'undocumented', message, place: contract.place }];
}
