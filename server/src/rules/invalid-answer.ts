import type { AnswerWord } from '../catalogue/form-index.ts';
import { addKey } from '../edits/add-key.ts';
import { replaceText } from '../edits/answer.ts';
import { addCite } from '../edits/cites.ts';
import { insertion, lineEnd } from '../edits/layout.ts';
import { quotedWords } from '../l10n/translate.ts';
import { rule, type Fix } from '../lint/rule.ts';
import type { AnswerEntry, Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { piecesOf } from '../sheet/pieces.ts';
import { fold } from '../text/fold.ts';
import { nearest } from '../text/nearest.ts';
import { shortened } from '../text/shortened.ts';
import { isSuspicious } from '../text/suspicious.ts';
import { answerSaid, plainAnswer, type SaidAnswer } from './answer-said.ts';
import { citesSaid } from './cites-said.ts';

export const invalidAnswer = rule<AnswerEntry>({
  code: 'invalid-answer',
  severity: { default: 'error', strict: 'error' },
  docs: {
    bad: `
      18: ○
    `,
    good: `
      18: はい
    `,
    ja: {
      title: '使えない回答の語',
      what: 'その設問で使えない語が回答に書かれている箇所を指摘します。○ や yes のような記号や語を、推測で「はい」と読むことはしません。',
      why: '回答の語は様式で決まっています。別の語では、医療機関が意味を取り違えるおそれがあります。',
      fixes: '書こうとした語が分かるとき（○、yes、ハイ など）はその語にします。語に説明が続くとき（「対象外（理由）」など）は、説明を備考文に移します。説明が備考の番号（「はい（備考1）」など）なら、その備考を引用します。分からないときは使える語のどれかにします。'
        + '後者では、書かれていた文を備考文に移します。備考文がすでにあるときは、その行の終わりにコメントとして残します。',
    },
    en: {
      title: 'Invalid answer',
      what: 'Reports a word that is no answer to the question. Marks and words such as ○ or yes are not taken for “はい” by guessing.',
      why: 'The form says which words are answers; others may be misunderstood by the hospital.',
      fixes: 'Writes the word that was meant where that is clear (○, yes, ハイ, …); what explains the word on its line becomes the remark, and the number of a remark, as in はい（備考1）, is cited. Or else writes one of the words allowed. '
        + "In the latter case what was written becomes the row's remark, or, where it has one, a comment at the end of the line.",
    },
  },
  *check({ sheet }) {
    const { answer } = sheet.catalogue.dialect;
    for (const entry of sheet.answers) {
      // What an alias stands for is reported where it is written.
      if (!entry.row || !entry.word || entry.answer || entry.shape === 'other' || isSuspicious(entry.word.value)) continue;
      const words = quotedWords(entry.row.words.map((word) => word.word));
      const written = shortened(entry.word.value.trim().replace(/\s+/g, ' '), WRITTEN);
      const said = saidIn(entry);
      yield {
        span: entry.word.span,
        message: said
          ? citesSaid(sheet, said.rest).length > 0
            ? { key: 'invalid-answer.cites', args: { row: entry.id, written, word: said.word.word, key: answer.cites.key } }
            : { key: 'invalid-answer.more', args: { row: entry.id, written, word: said.word.word, key: answer.remark.key } }
          : { key: 'invalid-answer.message', args: { row: entry.id, written, words } },
        rows: [entry.id],
        data: entry,
      };
    }
  },
  fixes({ data: entry }, { sheet }) {
    const meant = wordMeant(entry);
    const said = saidIn(entry);
    if (said) return [...citing(sheet, entry, said), keepRest(sheet, entry, said)].map((fix, at) => ({ ...fix, preferred: at === 0 }));
    const words = meant ? [meant] : entry.row!.words;
    return words.map((word): Fix => {
      const args = { word: word.word, row: entry.id };
      if (meant || NOTHING.test(entry.word!.value)) return { title: { key: 'fix.set-answer', args }, edits: [replaceText(sheet, entry.word!, word.word)], preferred: meant !== undefined };
      return entry.remarkKey
        ? { title: { key: 'fix.set-answer-comment', args }, edits: asComment(sheet, entry, word.word) }
        : { title: { key: 'fix.set-answer-keep', args }, edits: addKey(sheet, entry, sheet.catalogue.dialect.answer.remark.key, entry.word!.value, word.word) };
    });
  },
});

/** @returns the form's word that people mean by what is written, or that it nearly spells */
export function wordMeant(entry: AnswerEntry): AnswerWord | undefined {
  const written = plainAnswer(entry.word!.value);
  const words = entry.row!.words;
  const meant = words.find((word) => plainAnswer(word.word) === written) ?? words.find((word) => word.meant.some((one) => plainAnswer(one) === written));
  if (meant) return meant;
  // Who writes more than an answer means something by it.
  const more = words.some((word) => plainAnswer(word.word) !== written && written.includes(plainAnswer(word.word)));
  const near = written.length >= 2 && !more ? nearest(written, words.map((word) => word.word), 2) : [];
  return near.length === 1 ? words.find((word) => word.word === near[0]) : undefined;
}

/** What YAML and JSON write where there is no value; nobody means a text by it. */
const NOTHING = /^(?:~|null)$/i;

/** How much of what is written a message shows. */
const WRITTEN = 40;

function saidIn(entry: AnswerEntry): SaidAnswer | undefined {
  return entry.word!.style === 'block' || wordMeant(entry) ? undefined : answerSaid(entry.word!.value, entry.row!.words);
}

/** The answer alone, and the remarks that are named behind it cited. */
function citing(sheet: Sheet, entry: AnswerEntry, { word: { word }, rest }: SaidAnswer): Fix[] {
  const keys = citesSaid(sheet, rest).filter((key) => !entry.cites.some(({ text }) => fold(text.value) === fold(key)));
  if (keys.length === 0 || (entry.citesKey && keys.length > 1)) return [];
  const edits = entry.citesKey ? [replaceText(sheet, entry.word!, word), ...addCite(sheet, entry, keys[0]!)] : addKey(sheet, entry, sheet.catalogue.dialect.answer.cites.key, keys, word);
  return [{ title: { key: 'fix.set-answer-cite', args: { word, row: entry.id, remark: shortened(keys.join('、'), WRITTEN) } }, edits }];
}

/** The answer alone, and what explains it as the row's remark. */
function keepRest(sheet: Sheet, entry: AnswerEntry, { word: { word }, rest }: SaidAnswer): Fix {
  const args = { word, row: entry.id };
  if (entry.remarkKey) return { title: { key: 'fix.set-answer-comment', args }, edits: asComment(sheet, entry, word) };
  if (/^[#＃]/.test(rest)) return { title: { key: 'fix.set-answer-comment', args }, edits: [replaceText(sheet, entry.word!, `${word} # ${rest.slice(1).trim()}`)] };
  const title = { key: 'fix.set-answer-rest' as const, args: { ...args, rest: shortened(rest, WRITTEN) } };
  return { title, edits: addKey(sheet, entry, sheet.catalogue.dialect.answer.remark.key, rest, word) };
}

/** Where the row has a remark already, what was typed stays as a comment at the end of its line. */
function asComment(sheet: Sheet, entry: AnswerEntry, word: string): Edit[] {
  const { span, value } = entry.word!;
  const end = lineEnd(sheet, span.end);
  if (piecesOf(sheet).longTexts.some((text) => span.end <= text.start && text.start < end && end < text.end)) return [];
  return [replaceText(sheet, entry.word!, word), insertion(end, ` # ${value.trim().replace(/\s+/g, ' ')}`)];
}
