import type { Guideline } from '../catalogue/guideline-index.ts';
import { importOfficial } from './import.ts';
import type { OfficialImport } from './report.ts';

/** A text as one of some guidelines. */
export interface Chosen {
  guideline: Guideline;
  report: OfficialImport;
}

/**
 * @param guidelines those that the text may be of
 * @returns the guideline that the first pages name, edition included, or else the one with the most items; undefined where
 *   none has a layout
 */
export function chooseGuideline(text: string, guidelines: readonly Guideline[]): Chosen | undefined {
  const read = guidelines.flatMap((guideline): Chosen[] => {
    const { layout } = guideline.data;
    return layout ? [{ guideline, report: importOfficial(text, guideline, layout) }] : [];
  });
  const rank = ({ guideline, report }: Chosen): number => (report.edition === guideline.data.edition ? 2 : report.edition === undefined ? 1 : 0);
  return read.sort((a, b) => rank(b) - rank(a) || b.report.items.length - a.report.items.length)[0];
}

/** @returns the other edition that a text names; its items are not those of this one */
export function otherEdition({ guideline, report }: Chosen): string | undefined {
  return report.edition === guideline.data.edition ? undefined : report.edition;
}
