import { translator, type Locale } from '../../server/src/l10n/translate.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { previewOf, type PreviewView, type RenderedPreview } from '../../server/src/render/preview.ts';
import type { Sheet } from '../../server/src/sheet/model.ts';

/** The preview as the server makes it, with everything that it finds. */
export function previewFor(sheet: Sheet, view: PreviewView = 'form', locale: Locale = 'ja'): RenderedPreview {
  return previewOf(sheet, { findings: lint(sheet, { showSuppressed: true, today: '2026-01-01' }), translate: translator(locale), locale }, view);
}
