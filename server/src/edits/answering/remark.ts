import type { Row } from '../../catalogue/form-index.ts';
import type { AnswerEntry, Cite, Sheet } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import { fold } from '../../text/fold.ts';
import { addKey } from '../add-key.ts';
import { addCite, removeCite } from '../cites.ts';
import { addRemark, isRemarksFlow } from '../remarks.ts';
import { removeEntry } from '../remove.ts';
import { setText } from '../text.ts';
import { only, some } from './answer.ts';

/** Writes a row's own remark; an empty text removes it with its key. */
export function setRowRemark(sheet: Sheet, row: Row, text: string): Edit[] | undefined {
  const entry = only(sheet, row);
  if (!entry || row.kind === 'heading') return undefined;
  const key = sheet.catalogue.dialect.answer.remark.key;
  if (entry.remarkKey) {
    if (text.trim() === '') return removeEntry(sheet, entry.remarkKey, { start: entry.remarkKey.span.start, end: entry.remark?.span.end ?? entry.remarkKey.span.end });
    return some(setText(sheet, entry.remarkKey, entry.remark, text, entry.inFlow || entry.shape === 'flow'));
  }
  return text.trim() === '' ? [] : some(addKey(sheet, entry, key, text));
}

/** Writes an entry of the table of remarks. An empty text leaves the key, which rows may cite. */
export function setRemark(sheet: Sheet, key: string, text: string): Edit[] | undefined {
  const entry = sheet.remark(key);
  if (!entry) return some(addRemark(sheet, key, text));
  return some(setText(sheet, entry.key, entry.text, text, isRemarksFlow(sheet)));
}

/** Cites an entry of the table of remarks beside those that the row cites already. */
export function cite(sheet: Sheet, row: Row, remark: string): Edit[] | undefined {
  const entry = only(sheet, row);
  if (!entry || row.kind === 'heading') return undefined;
  return citeOf(entry, remark) ? [] : some(addCite(sheet, entry, remark));
}

/** Takes one citation back; the key goes with the last one. */
export function uncite(sheet: Sheet, row: Row, remark: string): Edit[] | undefined {
  const entry = only(sheet, row);
  const found = entry && citeOf(entry, remark);
  if (!entry || !found) return entry ? [] : undefined;
  return removeCite(sheet, entry, found);
}

function citeOf(entry: AnswerEntry, remark: string): Cite | undefined {
  return entry.cites.find(({ text }) => fold(text.value) === fold(remark));
}
