import type { Translate } from '../l10n/translate.ts';
import type { Finding } from '../lint/rule.ts';
import type { Sheet } from '../sheet/model.ts';
import { renderBody } from './html.ts';
import { fill, JAPANESE_LABELS, type RenderLabels } from './labels.ts';
import { html, type Markup } from './markup.ts';
import { sheetName } from './page.ts';
import { placeAt } from './places.ts';
import { viewSheet } from './view.ts';

/** What the preview tells its author beside the sheet. */
export interface Beside {
  /** Findings; only those that comments suppress are told. */
  findings: readonly Finding[];
  translate: Translate;
}

/** @returns the preview's content, and the sheet's name in plain text */
export function previewOf(sheet: Sheet, beside?: Beside, labels: RenderLabels = JAPANESE_LABELS): { title: string; html: string } {
  const view = viewSheet(sheet);
  const aside = beside ? suppressedAside(sheet, beside, labels) : undefined;
  return { title: sheetName(view, labels), html: `${renderBody(view, labels, { interactive: true })}${aside?.text ?? ''}` };
}

/** Outside the form, since it is no part of it: what is not told elsewhere because a comment asks for that. */
function suppressedAside(sheet: Sheet, { findings, translate }: Beside, labels: RenderLabels): Markup | undefined {
  const suppressed = findings.filter((finding) => finding.suppressed);
  if (suppressed.length === 0) return undefined;
  return html`<aside class="suppressed">
<h2>${translate({ key: 'preview.suppressed', args: { count: suppressed.length } })}</h2>
<ul>
${suppressed.map(({ span, message, rule, suppressed: by }) => {
    const { line, character } = placeAt(sheet, span.start);
    const reason = by?.reason === undefined ? translate({ key: 'report.no-reason' }) : by.reason;
    return html`<li data-line="${line}" data-character="${character}"><button type="button" class="go" title="${labels.reveal}">${
      fill(labels.line, { line: line + 1 })}</button> ${translate(message)} <code>${rule.code}</code> — ${reason}</li>\n`;
  })}</ul>
</aside>
`;
}
