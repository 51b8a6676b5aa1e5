import { styleText } from 'node:util';
import { statedPromises } from '../../../board/stated-promises.ts';
import { readModel } from '../../../board/read/read-model.ts';
import { type ModuleReport, outcomeOf, testsOf } from './module-report.ts';

/** Explains failed tests by the promises that do not hold: their words, and the line of the contract. */
export async function brokenPromises(root: string, reports: readonly ModuleReport[]): Promise<string[]> {
  const failed = testsOf(reports).filter((test) => outcomeOf(test) === 'failed');
  const ids = new Set(failed.flatMap((test) => test.meta().promise ?? []));
  if (ids.size === 0) return [];
  const { components } = await readModel(root);
  const broken = components.flatMap(statedPromises).filter(({ id }) => ids.has(id));
  if (broken.length === 0) return [];
  return [
    styleText('red', ` ${broken.length === 1 ? 'A promise does' : `${broken.length} promises do`} not hold:`),
    ...broken.map(({ id, text, place }) => {
      const at = place ? `  ${place.file}:${place.line}` : '';
      return `   ${styleText('bold', id)} ${text}${styleText('dim', at)}`;
    }),
  ];
}
