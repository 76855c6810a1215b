import type { GuidelineSectionData } from './guideline.ts';

/** @returns a section's pages in the official document's PDF file, `47–53` or `47`; nothing where they were not checked */
export function pageRange({ pages }: GuidelineSectionData): string | undefined {
  if (pages.length === 0) return undefined;
  return pages.length > 1 ? `${pages[0]}–${pages.at(-1)}` : String(pages[0]);
}
