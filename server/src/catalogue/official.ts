import type { GuidelineData, GuidelineItemData } from './guideline.ts';

/** Official text that was taken from a guideline's document. The shape of a file checked against `schemas/official.schema.json`. */
export interface OfficialData {
  /** The id of the guideline's data. */
  guideline: string;
  edition: string;
  source: {
    /** The name of the file that the text was taken from. */
    file: string;
    /** Absent where the text has no pages. */
    pages?: number;
  };
  /** By canonical reference. */
  items: Record<string, OfficialTextData>;
}

export interface OfficialTextData {
  text: string;
  /** On which it begins, counted from 1. */
  page?: number;
}

/**
 * @param officials the nearest first: of several texts of one item the first counts
 * @returns the guideline with the official text of the items that have one; the same object where none is of its edition
 */
export function withOfficial(data: GuidelineData, officials: readonly OfficialData[]): GuidelineData {
  const own = officials.filter(({ guideline, edition }) => guideline === data.id && edition === data.edition);
  if (own.length === 0) return data;
  const texts = new Map(own.toReversed().flatMap(({ items }) => Object.entries(items)));
  const filled = (items: GuidelineItemData[]): GuidelineItemData[] => items.map((item) => {
    const text = texts.get(item.id);
    return {
      ...item,
      ...(text ? { official: text.text } : {}),
      ...(text?.page === undefined ? {} : { officialPage: text.page }),
      ...(item.children ? { children: filled(item.children) } : {}),
    };
  });
  return { ...data, sections: data.sections.map((section) => ({ ...section, items: filled(section.items) })) };
}
