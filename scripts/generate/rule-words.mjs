// What the generated documentation of the rules says about every rule.

/**
 * @typedef {import('../../server/src/l10n/translate.ts').Locale} Locale
 * @typedef {import('../../server/src/lint/rule.ts').Rule} Rule
 * @typedef {import('../../server/src/lint/rule.ts').Setting} Setting
 */

/** From the weakest to the strongest, as the settings offer them. @type {Setting[]} */
export const SETTINGS = ['off', 'hint', 'info', 'warning', 'error'];

/** @type {Record<Locale, Record<Setting, string>>} */
export const SEVERITY = {
  ja: { off: 'オフ', hint: 'ヒント', info: '情報', warning: '警告', error: 'エラー' },
  en: { off: 'off', hint: 'hint', info: 'info', warning: 'warning', error: 'error' },
};

/** The sentence that no list of rules may do without. @type {Record<Locale, string>} */
export const NO_CONFORMITY = {
  ja: '指摘がないことは、内容が正しいことや、サービスがガイドラインに適合することを示すものではありません。',
  en: 'A sheet without findings need not be true, and says nothing of whether the service conforms to the guideline.',
};

/** @type {Record<Locale, string>} */
export const SAFE = {
  ja: '**安全な修正**は、表記や形式だけを直し、回答の意味を変えません。「すべて修正」（`source.fixAll.sds`）と `sds fix` がまとめて行うのは、これだけです。',
  en: '**Safe** fixes change spelling or form, never the meaning of an answer. They alone are what “Fix all” (`source.fixAll.sds`) and `sds fix` apply.',
};

/**
 * A table in Markdown.
 * @param {string[]} head
 * @param {string[][]} rows
 */
export function table(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
