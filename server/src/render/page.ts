import { renderBody } from './html.ts';
import { JAPANESE_LABELS, type RenderLabels } from './labels.ts';
import { escape, printable } from './markup.ts';
import type { SheetView } from './view-model.ts';

/**
 * Renders a whole page to be printed: one file without scripts that needs nothing else.
 * @param css the style sheets' text, `sheet.css` before `print.css`
 */
export function renderPage(view: SheetView, css: string, labels: RenderLabels = JAPANESE_LABELS): string {
  const name = sheetName(view, labels);
  return `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(name)}</title>
<style>
${inStyle(css)}
${inStyle(pageMargins(name, view, labels))}
</style>
</head>
<body>
${renderBody(view, labels)}</body>
</html>
`;
}

/** The sheet's name: what it is about, by the form's header table, or what is wrong with it. */
export function sheetName(view: SheetView, labels: RenderLabels): string {
  if (view.unread) return labels.unreadTitle;
  if (view.unknownForm) return labels.unknownTitle;
  const named = view.header.filter((field) => field.kind === 'text' && field.value !== '').map((field) => field.value);
  return [view.title, ...named].join(' ');
}

/** The form's edition, the sheet's name and the page number stand on every page, and so does the stamp. */
function pageMargins(name: string, { edition, draft }: SheetView, labels: RenderLabels): string {
  const [before = '', between = '', after = ''] = labels.page.split(/\{page\}|\{pages\}/);
  return `@page {
${edition === '' ? '' : `  @top-left { content: ${cssString(edition)}; }\n`}  @bottom-left { content: ${cssString(name)}; }
  @bottom-right { content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}; white-space: nowrap; }
${draft ? `  @top-right { content: ${cssString(`${labels.draft}（${labels.draftNote}）`)}; }\n` : ''}}`;
}

/** A CSS string that no text can end. */
function cssString(text: string): string {
  return `"${printable(text).replace(/[\0-\x1f"\\<>&\x7f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}

/** Only this could end a style element; CSS has no use for it. */
function inStyle(css: string): string {
  return css.replace(/<\/style/gi, '<\\/style');
}
