import { optionId } from '../catalogue/form-index.ts';
import { lineEnd } from '../edits/layout.ts';
import { rule } from '../lint/rule.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { textsOf } from '../sheet/texts.ts';
import { codePoints, maySuspect, suspiciousCharacters, withoutCharacters } from '../text/suspicious.ts';
import { inPlace, rowsOf } from './notices.ts';
import { listed } from '../l10n/translate.ts';

/** More single characters of one text are taken out by one edit of what is around them: an editor must not be sent thousands. */
const MOST_EDITS = 1_000;

export const suspiciousCharacter = rule<{ places: number[] }>({
  code: 'suspicious-character',
  severity: { default: 'warning', strict: 'error' },
  docs: {
    bad: `
      21:
        回答: はい
        備考文: 送付するファイルは\u200B送信前に無害化する
    `,
    good: `
      21:
        回答: はい
        備考文: 送付するファイルは送信前に無害化する
    `,
    ja: {
      title: '目に見えない文字',
      what: '項目名、回答、備考に、幅のない文字、制御文字、表示の順を変える文字が含まれているときに指摘します。異体字セレクターと、絵文字をつなぐ文字は指摘しません。',
      why: '見た目と中身が違うため、検索で見つからず、読み違いや、正しく見える回答が読み取れない原因になります。',
      fixes: 'これらの文字を取り除きます（語と語の間のタブは空白にします）。取り除いた後の文を確かめてください。',
    },
    en: {
      title: 'Characters that cannot be seen',
      what: 'Reports zero-width and control characters, and those that change the order of text, in a key, an answer or a remark. Variation selectors and joiners inside emoji are not reported.',
      why: 'What is seen is not what is there: searches miss it, and an answer that looks right cannot be read.',
      fixes: 'Removes these characters; a tab between words becomes a blank. Read the text again afterwards.',
    },
  },
  *check({ sheet }) {
    // Nearly no sheet has one, and looking through all of it at once is quick.
    if (!maySuspect(sheet.document.getText())) return;
    for (const { span, block, rows } of placesOf(sheet)) {
      const source = sheet.document.getText().slice(span.start, span.end);
      const found = suspiciousCharacters(source, block || /[\r\n]/.test(source));
      if (found.length === 0) continue;
      const first = { start: span.start + found[0]!, end: span.start + found[0]! + 1 };
      const args = { codes: listed(codePoints(source, found)), count: found.length };
      yield { span: first, message: inPlace(sheet, rows[0], first, { key: 'suspicious-character.message', args }), rows, data: { places: found.map((at) => span.start + at) } };
    }
  },
  fixes: ({ data }, { sheet }) => [{ title: { key: 'fix.remove-characters' }, edits: removal(sheet, data.places), preferred: true }],
});

function removal(sheet: Sheet, places: number[]): Edit[] {
  const text = sheet.document.getText();
  const instead = (at: number): string => (separates(text, at) ? ' ' : '');
  if (places.length <= MOST_EDITS) return places.map((at) => ({ span: { start: at, end: at + 1 }, text: instead(at) }));
  const start = places[0]!;
  const end = places.at(-1)! + 1;
  return [{ span: { start, end }, text: withoutCharacters(text.slice(start, end), places.map((at) => at - start), (at) => instead(start + at)) }];
}

/** A tab, as between the cells of a spreadsheet, may be all that keeps two words apart. */
function separates(text: string, at: number): boolean {
  return /^[^\s"']\t[^\s"']$/.test(text.slice(at - 1, at + 2));
}

interface Place {
  span: Span;
  block: boolean;
  rows: string[];
}

/** Keys, answers and remarks, and the keys that the dialect or the form does not have. */
function* placesOf(sheet: Sheet): Generator<Place> {
  for (const { text, rows, kind } of textsOf(sheet)) {
    if (kind === 'header' || kind === 'other') continue;
    const block = text.style === 'block';
    // The line of a block text's sign holds none of the text, but perhaps a comment.
    yield { span: { start: block ? lineEnd(sheet, text.span.start) : text.span.start, end: text.span.end }, block, rows };
  }
  for (const notice of sheet.notices) {
    if (notice.kind === 'unknown-key') yield { span: notice.span, block: false, rows: rowsOf(notice) };
    else if (notice.kind === 'unknown-question' && notice.question !== undefined) {
      yield { span: notice.span, block: false, rows: [optionId(notice.question, notice.written)] };
    }
  }
}
