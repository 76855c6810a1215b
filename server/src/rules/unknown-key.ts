import { writeLike } from '../edits/scalar.ts';
import { rule, type LintContext } from '../lint/rule.ts';
import { isCutOff } from '../sheet/cut-off.ts';
import type { Sheet, Span } from '../sheet/model.ts';
import { perSheet } from '../sheet/per-sheet.ts';
import type { Notice } from '../sheet/notices.ts';
import { nearest } from '../text/nearest.ts';
import { isSuspicious } from '../text/suspicious.ts';
import { noticed, rowsOf } from './notices.ts';
import { listed } from '../l10n/translate.ts';

/** What needs no quotes. */
const PLAIN = /^[\p{L}\p{N}][^:#,[\]{}"'|>&*!]*$/u;
const NO_VALUE = /^[ \t]*(?:(?::|[^\S \t])\s*)?$/;

type UnknownKey = Extract<Notice, { kind: 'unknown-key' }>;

export const unknownKey = rule<UnknownKey>({
  code: 'unknown-key',
  severity: { default: 'error', strict: 'error' },
  docs: {
    bad: `
      21:
        回答: はい
        備考文章: 受け渡すファイルは送信前に検査している
    `,
    good: `
      21:
        回答: はい
        備考文: 受け渡すファイルは送信前に検査している
    `,
    ja: {
      title: '使えない項目名',
      what: '開示書の最上位または回答に、書式にない項目名が書かれている箇所を指摘します。',
      why: '書式にない項目の内容は、何を述べたものとしても読まれず、相手に伝わりません。',
      fixes: '最も近い項目名に書き換えます。その項目がすでに書かれているときは、どちらが正しいかを選べないため、何もしません。',
    },
    en: {
      title: 'Unknown key',
      what: 'Reports a key that a sheet, or an answer, does not have.',
      why: 'What stands under such a key is read as nothing, and lost on the reader.',
      fixes: 'Renames it to the nearest key, unless that is there already.',
    },
  },
  *check(context) {
    for (const notice of noticed(context, 'unknown-key')) {
      if (isCutOff(context.sheet, notice.span) || isSuspicious(notice.key)) continue;
      yield {
        span: notice.span,
        message: { key: `unknown-key.${notice.place}`, args: { key: notice.key, known: listed(notice.free), count: notice.free.length, row: notice.row ?? '' } },
        rows: rowsOf(notice),
        data: notice,
      };
    }
  },
  fixes({ data }, { sheet }) {
    const swallowed = swallowedIn(data, sheet);
    const key = swallowed?.key ?? keyMeant(data);
    if (key === undefined) return [];
    const behind = swallowed ? `: ${swallowed.value}` : '';
    const text = writeLike(sheet.document.getText()[data.span.start]!, key) + behind;
    return [{ title: { key: 'fix.rename-key', args: { key: key + behind } }, edits: [{ span: swallowed?.span ?? data.span, text }], preferred: true }];
  },
});

/** A key and the value that is written into it: 回答 はい, 備考 1, 回答はい. */
interface Swallowed {
  key: string;
  value: string;
  /** Where both stand, with the colon behind them. */
  span: Span;
}

function swallowedIn({ key, free, row, span, entry }: UnknownKey, { document, form }: Sheet): Swallowed | undefined {
  const text = document.getText();
  const known = free.filter((one) => key.startsWith(one)).sort((a, b) => b.length - a.length)[0];
  if (known === undefined || row === undefined || !NO_VALUE.test(text.slice(span.end, entry.end))) return undefined;
  const rest = key.slice(known.length);
  const value = rest.trim();
  // Without a blank it may be a longer name: 備考欄.
  const answers = form?.row(row)?.words.map(({ word }) => word) ?? [];
  if (!PLAIN.test(value) || (rest === value && !answers.includes(value))) return undefined;
  const colon = /^[ \t]*:(?=\s|$)/.exec(text.slice(span.end))?.[0] ?? '';
  return { key: known, value, span: { start: span.start, end: span.end + colon.length } };
}

/** The key that is nearly spelled, and not there yet. */
function keyMeant({ key, known, free }: UnknownKey): string | undefined {
  return nearest(key, known, 1).find((one) => free.includes(one));
}

/**
 * @param within an answer; the sheet when absent
 * @returns whether a key is there, but mistyped, so that it is not also missing
 */
export function isMistyped(context: LintContext, key: string, within?: Span): boolean {
  return mistypedIn(context.sheet).get(key)?.some(({ place, span }) =>
    (within ? place === 'answer' && within.start <= span.start && span.end <= within.end : place === 'sheet')) ?? false;
}

/** By the key that is meant; several rules ask of every row, and what is near must not be sought each time. */
const mistypedIn = perSheet((sheet) => {
  const found = new Map<string, UnknownKey[]>();
  for (const notice of noticed({ sheet }, 'unknown-key')) {
    const key = keyMeant(notice);
    const list = key === undefined ? undefined : found.get(key);
    if (list) list.push(notice);
    else if (key !== undefined) found.set(key, [notice]);
  }
  return found;
});
