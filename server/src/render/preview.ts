import type { Locale, Translate } from '../l10n/translate.ts';
import type { Finding } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import { authorView } from './author.ts';
import { renderBody } from './html.ts';
import { suppressedAside } from './html-author.ts';
import { renderExceptions } from './html-exceptions.ts';
import { renderByGuideline } from './html-guideline.ts';
import { JAPANESE_LABELS, type RenderLabels } from './labels.ts';
import { sheetName } from './page.ts';
import { summaryOf, type PreviewSummary } from './summary.ts';
import { viewSheet } from './view.ts';

/** `form`: the sheet as the form; `guideline`: by item of the guideline; `exceptions`: what is not done or does not apply. */
export type PreviewView = 'form' | 'guideline' | 'exceptions';

/** What the preview tells its author beside the sheet. */
export interface Beside {
  /** With those that comments suppress, marked so. */
  findings: readonly Finding[];
  translate: Translate;
  locale: Locale;
}

export interface RenderedPreview {
  /** The sheet's name in plain text. */
  title: string;
  /** The page's content, escaped; without styles and scripts. */
  html: string;
  summary: PreviewSummary;
}

/** @returns one view of a sheet for its author */
export function previewOf(sheet: Sheet, { findings, translate, locale }: Beside, view: PreviewView = 'form', labels: RenderLabels = JAPANESE_LABELS): RenderedPreview {
  const author = authorView(sheet, findings, translate);
  const form = viewSheet(sheet);
  const content = (): string => {
    // What was not read has no exceptions, as far as anybody knows.
    if (view === 'guideline' && !sheet.pastLimit) return renderByGuideline(sheet, translate, locale);
    if (view === 'exceptions' && !sheet.pastLimit) return renderExceptions(sheet, translate, locale);
    return `${renderBody(form, labels, { interactive: true, author })}${suppressedAside(sheet, author, { labels })?.text ?? ''}`;
  };
  return { title: sheetName(form, labels), html: content(), summary: summaryOf(sheet, findings, author) };
}
