import type { TraitPlan } from '../model/factory-plan.ts';

/** Renders a trait as a method of the base class. */
export function renderTrait(trait: TraitPlan): string {
  const { name } = trait;
  switch (trait.kind) {
    case 'values':
      return [
        ...(trait.documentation ? [`  /** ${trait.documentation} */`] : []),
        `  ${name}(): this {`,
        `    return this.trait('${name}', ${valuesOf(trait)});`,
        '  }',
      ].join('\n');
    case 'parent':
      return `  ${name}(): this {\n    return this.with('${trait.parent}');\n  }`;
    case 'single':
      return `  ${name}(): this {\n    return this.having('${trait.property}', 1, ${madeBy(trait)});\n  }`;
    case 'list':
      return `  ${name}(count = 1): this {\n    return this.having('${trait.property}', count, ${madeBy(trait)});\n  }`;
  }
}

function valuesOf({ values: { code, uses } }: Extract<TraitPlan, { kind: 'values' }>): string {
  return uses.length === 0 ? code : `({ ${uses.join(', ')} }) => (${code})`;
}

function madeBy({ factory }: Extract<TraitPlan, { kind: 'list' | 'single' }>): string {
  return `new ${factory.name}Factory(this.context)`;
}
