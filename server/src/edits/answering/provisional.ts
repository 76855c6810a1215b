import type { Row } from '../../catalogue/form-index.ts';
import type { Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { addKey } from '../add-key.ts';
import { removeEntry } from '../remove.ts';
import { setText } from '../text.ts';
import { only, some } from './answer.ts';

/**
 * Marks a row's answer as still to be confirmed, or takes the mark off.
 * @param text why; null takes the mark off, and what was written as the reason goes with it
 */
export function setProvisional(sheet: Sheet, row: Row, text: string | null): Edit[] | undefined {
  const entry = only(sheet, row);
  if (!entry || row.kind === 'heading') return undefined;
  const { provisional } = entry;
  if (text === null) return provisional ? removeEntry(sheet, provisional.key, provisional.span) : [];
  const inFlow = entry.inFlow || entry.shape === 'flow';
  if (provisional) return some(setText(sheet, provisional.key, provisional.text, text, inFlow));
  return some(addKey(sheet, entry, sheet.catalogue.dialect.answer.provisional.key, text));
}
