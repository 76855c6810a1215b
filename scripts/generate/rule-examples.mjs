// What the rules find on the examples of their own documentation, with the fixes that they offer there.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createCatalogue } from '../../server/src/catalogue/catalogue.ts';
import { translator } from '../../server/src/l10n/translate.ts';
import { exampleSheet, partOfSheet } from '../../server/src/lint/example.ts';
import { fixesOf, lint } from '../../server/src/lint/lint.ts';
import { rules } from '../../server/src/rules/index.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { codePoints, suspiciousCharacters, withoutCharacters } from '../../server/src/text/suspicious.ts';
import { readShippedData } from '../build/shipped-data.mjs';

/**
 * @typedef {import('../../server/src/l10n/translate.ts').Locale} Locale
 *
 * @typedef {object} ShownFix
 * @property {Record<Locale, string>} title
 * @property {boolean} safe
 */

/** @returns {Promise<Map<string, ShownFix[]>>} by code, what is offered for the first finding on the bad example */
export async function exampleFixes() {
  const catalogue = createCatalogue((await readShippedData()).data);
  const [ja, en] = [translator('ja'), translator('en')];
  return new Map(rules.map(({ code, docs }) => {
    const { text, own } = exampleSheet(docs.bad);
    const sheet = readSheet(TextDocument.create('example:', 'sds-yaml', 1, text), catalogue);
    const finding = lint(sheet).find((one) => one.rule.code === code && one.span.start >= own);
    const fixes = finding ? fixesOf(finding, sheet) : [];
    return [code, fixes.map((fix) => ({ title: { ja: ja(fix.title), en: en(fix.title) }, safe: fix.safe === true }))];
  }));
}

/**
 * An example as a page shows it: what cannot be seen is spelled out.
 * @param {string} written
 */
export function shownExample(written) {
  const part = partOfSheet(written);
  return withoutCharacters(part, suspiciousCharacters(part, true), (at) => `<${codePoints(part, [at])[0]}>`);
}
