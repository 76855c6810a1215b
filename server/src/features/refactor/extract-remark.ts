import { CodeActionKind } from 'vscode-languageserver-types';
import { replaceText } from '../../edits/answer.ts';
import { addCite } from '../../edits/cites.ts';
import { movedText, withComments } from '../../edits/move-text.ts';
import { addRemark, isRemarksFlow, nextRemarkNumber } from '../../edits/remarks.ts';
import { commentsOn, commentsAbove, removeEntry } from '../../edits/remove.ts';
import type { AnswerEntry, Sheet, Span, Text } from '../../sheet/model.ts';
import type { Edit } from '../../sheet/notices.ts';
import type { Refactoring } from './refactoring.ts';
import { isSound } from './sound.ts';

/** A remark in place becomes an entry of the table of remarks, which the row cites. */
export const extractRemark: Refactoring = {
  name: 'extract-remark',
  kind: CodeActionKind.RefactorExtract,
  offers({ sheet, entry }) {
    if (!entry?.row || !entry.remark || !entry.remarkKey || !isSound(sheet, entry)) return [];
    const { sheet: keys } = sheet.catalogue.dialect;
    const number = nextRemarkNumber(sheet);
    const edits = extract(sheet, entry, entry.remark, number);
    const title = { key: 'refactor.extract-remark' as const, args: { row: entry.id, table: keys.remarks.key, number } };
    return edits.length > 0 ? [{ id: '', title, edits: () => edits }] : [];
  },
};

function extract(sheet: Sheet, entry: AnswerEntry, remark: Text, number: string): Edit[] {
  if (sheet.notices.some(({ kind, span }) => kind === 'shape' && span.start === sheet.remarksSpan?.start)) return [];
  // Where the citation takes the remark's place, the comment stays beside that.
  const stays = entry.citesKey === undefined || isRemarksFlow(sheet);
  const comments = stays ? [] : commentsOn(sheet, entry.remarkKey!, remark.span);
  const moves = comments.length === 1;
  const above = stays ? undefined : commentsAbove(sheet, entry.remarkKey!);
  const added = addRemark(sheet, number, withComments(movedText(sheet, remark), moves ? comments : []), above?.comments);
  const cited = entry.citesKey
    ? citedBeside(sheet, entry, number, !moves, above?.removal)
    : isPlainGap(sheet, entry.remarkKey!, remark.span) ? [renamed(entry.remarkKey!, sheet.catalogue.dialect.answer.cites.key), replaceText(sheet, remark, number)] : [];
  return added.length > 0 && cited.length > 0 ? [...cited, ...added] : [];
}

/** The row has 備考 already. */
function citedBeside(sheet: Sheet, entry: AnswerEntry, number: string, keeps: boolean, above: Edit[] = []): Edit[] {
  const cited = addCite(sheet, entry, number);
  const { start } = entry.remarkKey!.span;
  return cited.length === 0 ? [] : [...cited, ...above, ...removeEntry(sheet, entry.remarkKey!, { start, end: entry.remark!.span.end }, keeps)];
}

/** @returns the edit that gives a key another name, in its own quotes */
export function renamed({ span, style }: Text, name: string): Edit {
  return { span: style === 'quoted' ? { start: span.start + 1, end: span.end - 1 } : span, text: name };
}

/** @returns whether nothing but blank stands between a key and its value: no anchor that something else may refer to, no comment */
export function isPlainGap(sheet: Sheet, key: Text, value: Span): boolean {
  return /^[ \t]*:\s*$/.test(sheet.document.getText().slice(key.span.end, value.start));
}
