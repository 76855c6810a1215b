import type { AnswerWord } from '../catalogue/form-index.ts';
import { addKey } from '../edits/answer.ts';
import { rule } from '../lint/rule.ts';
import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { suspiciousCharacters } from '../text/suspicious.ts';

export const invalidAnswer = rule<AnswerEntry>({
  code: 'invalid-answer',
  severity: { default: 'error', strict: 'error' },
  *check({ sheet }) {
    for (const entry of sheet.answers) {
      if (!entry.row || !entry.word || entry.answer || suspiciousCharacters(entry.word.value, false).length > 0) continue;
      const words = entry.row.words.map((word) => `「${word.word}」`).join('');
      yield {
        span: entry.word.span,
        message: { key: 'invalid-answer.message', args: { row: entry.id, written: entry.word.value, words } },
        rows: [entry.id],
        data: entry,
      };
    }
  },
  fixes({ data: entry }, { sheet }) {
    const meant = wordMeant(entry);
    const words = meant ? [meant] : entry.row!.words;
    const replace = meant !== undefined || entry.remarkKey !== undefined || entry.word!.style === 'block';
    return words.map((word) => ({
      title: { key: replace ? 'fix.set-answer' : 'fix.set-answer-keep', args: { word: word.word, row: entry.id } },
      edits: replace ? [{ span: entry.word!.span, text: word.word }] : keepText(sheet, entry, word.word),
      preferred: meant !== undefined,
    }));
  },
});

/** The form's word that people mean by what is written, or that it nearly spells. */
function wordMeant(entry: AnswerEntry): AnswerWord | undefined {
  const written = plain(entry.word!.value);
  const words = entry.row!.words;
  const meant = words.find((word) => plain(word.word) === written) ?? words.find((word) => word.meant.some((one) => plain(one) === written));
  if (meant) return meant;
  const near = written.length >= 2 ? nearest(written, words.map((word) => word.word), 2) : [];
  return near.length === 1 ? words.find((word) => word.word === near[0]) : undefined;
}

function plain(text: string): string {
  return fold(text).toLowerCase().replace(/[\uFE0E\uFE0F]/g, '').replace(/。$/, '');
}

/** What was typed in place of an answer is kept as the row's remark. */
function keepText(sheet: Sheet, entry: AnswerEntry, word: string): Edit[] {
  const edits = addKey(sheet, entry, sheet.catalogue.dialect.answer.remark.key, entry.word!.value);
  if (entry.shape !== 'word') return [{ span: entry.word!.span, text: word }, ...edits];
  if (entry.inFlow) {
    const text = sheet.document.getText().slice(entry.word!.span.start, entry.word!.span.end);
    return edits.map((edit) => ({ ...edit, text: edit.text.replace(text, word) }));
  }
  return [...edits, { span: entry.word!.span, text: word }];
}
