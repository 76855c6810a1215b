import type { AuthorView } from './author.ts';
import { fill, type RenderLabels } from './labels.ts';
import { html, type Markup } from './markup.ts';
import type { CiteView, Place, SheetView } from './view-model.ts';

/** What every part of the renderer is handed. */
export interface Draw {
  view: SheetView;
  labels: RenderLabels;
  interactive: boolean;
  /** What the sheet's author sees beside the form. */
  author?: AuthorView;
}

/** Attributes that name a place in the text; a page to be sent tells nothing of the text behind it. */
export function place({ interactive }: Draw, at: Place | undefined): Markup | undefined {
  return interactive && at ? html` data-line="${at.line}" data-character="${at.character}"` : undefined;
}

/** What leads to its place in the text: the given one, or that of the element around it. */
export function go(draw: Draw, text: string, at?: Place): Markup {
  return draw.interactive ? html`<button type="button" class="go" title="${draw.labels.reveal}"${place(draw, at)}>${text}</button>` : html`${text}`;
}

/** What the tool says in place of the sheet; brackets tell it from the sheet's own words without colour. */
export function note(kind: string, text: string): Markup {
  return html`<span class="note ${kind}">［${text}］</span>`;
}

/** The remark column's content. */
export function cites(remarks: CiteView[], { view, labels }: Draw): Markup {
  if (remarks.length === 0) return html`${view.noRemark}`;
  const dangling = fill(labels.danglingRemark, { label: view.remarksLabel });
  return html`${remarks.map((cite, at) => html`${at > 0 && labels.separator}${cite.dangling
    ? html`<span class="dangling" title="${dangling}">${cite.number ?? ''}?<span class="hidden">（${dangling}）</span></span>`
    : html`<a href="#remark-${cite.number}">${cite.number}</a>`}`)}`;
}
