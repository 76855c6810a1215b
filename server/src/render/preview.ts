import type { Sheet } from '../sheet/model.ts';
import { renderBody } from './html.ts';
import { JAPANESE_LABELS, type RenderLabels } from './labels.ts';
import { sheetName } from './page.ts';
import { viewSheet } from './view.ts';

/** @returns the preview's content, and the sheet's name in plain text */
export function previewOf(sheet: Sheet, labels: RenderLabels = JAPANESE_LABELS): { title: string; html: string } {
  const view = viewSheet(sheet);
  return { title: sheetName(view, labels), html: renderBody(view, labels, { interactive: true }) };
}
