import type { Guideline, GuidelineEntry } from '../catalogue/guideline-index.ts';
import type { Context } from './context.ts';
import { citedIn, type SheetAnswers } from '../conditions/answers.ts';

/** The guidelines and their sections. */
export function guidelineJson(guidelines: readonly Guideline[]): object[] {
  return guidelines.map(({ id, data }) => ({
    id,
    edition: data.edition,
    title: data.title,
    url: data.url,
    sections: data.sections.map(({ id: ref, title, pages, items }) => ({ ref, title, pages, items: items.map((item) => item.id) })),
  }));
}

/** One section or item; a section has a title and no digest. */
export function entryJson(guideline: Guideline, entry: GuidelineEntry, context: Context, sheets?: SheetAnswers[]): object {
  const { section, item } = entry;
  const { seen, note } = item ?? section;
  const { rows, below } = citedIn(context.catalogue(), guideline, entry.id);
  return {
    ref: entry.id,
    edition: guideline.data.edition,
    section: section.title,
    digest: item?.digest ?? null,
    seen: seen ?? null,
    ...(note === undefined ? {} : { note }),
    official: item?.official ?? null,
    ...(item?.officialPage === undefined ? {} : { officialPage: item.officialPage }),
    rows: rows.map((row) => row.id),
    rowsBelow: below.map((row) => row.id),
    ...(item?.v6 === undefined ? {} : { v6: item.v6 }),
    ...(sheets === undefined ? {} : { sheets }),
  };
}
