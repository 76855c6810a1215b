import type { DocumentLink } from 'vscode-languageserver-types';
import { pageRange } from '../catalogue/guideline-pages.ts';
import type { Guideline } from '../catalogue/guideline-index.ts';
import type { Message } from '../l10n/translate.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { FeatureContext } from './context.ts';
import { addressesIn } from './links/addresses.ts';
import { internalTexts } from './links/internal.ts';
import { targetOf } from './links/target.ts';
import { mentionsOf } from './mentions.ts';
import { toRange } from './ranges.ts';

/** Far more than a sheet names; an editor must not be sent tens of thousands. */
export const MOST_LINKS = 5_000;

interface Found {
  span: Span;
  target: string;
  tooltip: Message;
}

/**
 * Links from guideline references to where the official document is published, and from the internal notes to the pages
 * and files that they name, no more than MOST_LINKS. Nothing is looked up, so there is nothing to resolve later.
 */
export function documentLinks({ sheet, translate }: FeatureContext): DocumentLink[] {
  return [...references(sheet), ...internal(sheet)].sort((a, b) => a.span.start - b.span.start).slice(0, MOST_LINKS)
    .map(({ span, target, tooltip }) => ({ range: toRange(sheet, span), target, tooltip: translate(tooltip) }));
}

/** What the guideline certainly does not have leads nowhere. */
function references(sheet: Sheet): Found[] {
  const { guideline } = sheet;
  if (!guideline) return [];
  return mentionsOf(sheet).slice(0, MOST_LINKS).filter(({ reference }) => guideline.judge(reference) !== 'unknown')
    .map(({ span, reference }) => ({ span, target: guideline.data.url, tooltip: published(guideline, reference.canonical) }));
}

/** The address is that of the whole document, so the tooltip tells where to look in it. */
function published(guideline: Guideline, canonical: string): Message {
  const section = guideline.sectionOf(canonical);
  const pages = section && pageRange(section);
  const args = { guideline: guideline.data.title, reference: canonical };
  return pages === undefined ? { key: 'link.guideline', args } : { key: 'link.guideline-pages', args: { ...args, section: section!.id, pages } };
}

function internal(sheet: Sheet): Found[] {
  const document = sheet.document.getText();
  return internalTexts(sheet).flatMap((text) => {
    const written = document.slice(text.span.start, text.span.end);
    return addressesIn(written).flatMap(({ start, end, kind }): Found[] => {
      const address = text.escaped ? written.slice(start, end).replace(/\\(.)/g, '$1') : written.slice(start, end);
      const target = targetOf(address, kind, sheet.document.uri);
      if (target === undefined) return [];
      const tooltip: Message = kind === 'url' && !target.startsWith('file:') ? { key: 'link.page', args: { address } } : { key: 'link.file', args: { path: address } };
      return [{ span: { start: text.span.start + start, end: text.span.start + end }, target, tooltip }];
    });
  });
}
