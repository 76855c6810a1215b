import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import { isRemarkNumber } from '../sheet/remarks.ts';
import { fold } from '../text/fold.ts';
import { answerSaid } from './answer-said.ts';

/**
 * Tells which remarks somebody cites behind an answer: `はい（備考1）`, `いいえ ※1、2`.
 * @param rest what stands behind the answer
 * @returns their keys; none where it may as well be a text
 */
export function citesSaid(sheet: Sheet, rest: string): string[] {
  const { citeMeant, punctuation } = sheet.catalogue.dialect;
  const keys: string[] = [];
  let named = false;
  for (const part of rest.split(new RegExp(`[,・\\s${punctuation.comma}]+`))) {
    const bare = sheet.remark(part)?.id ?? stripped(part, citeMeant);
    named ||= bare !== fold(part);
    if (bare === '') continue;
    const key = sheet.remark(bare)?.id ?? (named && isRemarkNumber(bare) ? bare : undefined);
    if (key === undefined) return [];
    keys.push(key);
  }
  return [...new Set(keys)];
}

/** @returns the keys of the remarks that an answer names which is none for that */
export function citesInAnswer(sheet: Sheet, { row, word, answer }: AnswerEntry): string[] {
  const said = row && word && !answer ? answerSaid(word.value, row.words) : undefined;
  return said ? citesSaid(sheet, said.rest) : [];
}

/** A key without what people write around it. */
function stripped(part: string, { before, behind }: Sheet['catalogue']['dialect']['citeMeant']): string {
  let key = fold(part).toLowerCase();
  for (let found: string | undefined; (found = before.find((one) => key.startsWith(one))) !== undefined;) key = key.slice(found.length);
  const end = behind.find((one) => key.endsWith(one)) ?? '';
  return key.slice(0, key.length - end.length);
}
