/**
 * Every fixture of every rule in the other layouts that a sheet may have, and whether the fixtures show every kind of fix
 * and every layout. The fixtures are those of `rules.test.ts`, which tells their form.
 */
import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { cases, codesWithFixtures, compare, sheets, type Fixture } from '../support/rule-fixtures.ts';
import { applyFix, fixes, lintText, messageOf, sheet, titleOf } from '../support/sheets.ts';

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
const bom = (text: string): string => (text.startsWith('\uFEFF') ? text : `\uFEFF${text}`);
const LAYOUTS = { 'line breaks of Windows': crlf, 'a byte order mark': bom } as const;
/** A sheet whose lines end in their own way keeps to that. */
const hasOwnBreaks = (text: string): boolean => text.includes('\r');

/** Keys in quotes, wherever a line outside of block texts begins with one. */
function quotedKeys(text: string): string {
  const { lines } = sheet(text).lines;
  const bare = lines.filter(({ kind, key }) => kind === 'entry' && key !== undefined && /^[^'"*&!?[\]{}\r\n]+(?=:(?:\s|$))/.test(text.slice(key.start)));
  return bare.reduceRight((quoted, { key }) => `${quoted.slice(0, key!.start)}'${quoted.slice(key!.start, key!.end)}'${quoted.slice(key!.end)}`, text);
}

/** What is found, by line and code: what is underlined may have quotes now. */
function places(text: string, code: string, options: Fixture['options']): string[] {
  return lintText(text, options).filter(({ rule }) => rule.code === code).map(({ span }) => `${text.slice(0, span.start).split(/\r\n|\n|\r/).length}`).sort();
}

/** Comments, which stand nowhere in brackets. */
const NEVER_IN_BRACES = new Set<string>(['unexplained-suppression', 'unknown-suppression']);
/** What quotes mend. */
const MENDED_BY_QUOTES = new Set<string>(['ambiguous-number']);

describe('Rules in other layouts', () => {
  for (const code of codesWithFixtures()) {
    for (const [what, change] of Object.entries(LAYOUTS)) {
      it(`${code} finds the same with ${what}`, () => {
        for (const { name, fixture } of sheets(code)) {
          if (hasOwnBreaks(fixture.text)) continue;
          assert.deepEqual(compare({ ...fixture, text: change(fixture.text) }), { unwanted: [], missing: [] }, name);
        }
      });

      it(`${code} is mended the same with ${what}`, () => {
        for (const { name, title, nth, before, after } of cases(code)) {
          if (hasOwnBreaks(before) || title === 'none') continue;
          const finding = lintText(change(before)).filter((one) => one.rule.code === code)[nth];
          assert.ok(finding, name);
          assert.equal(applyFix(change(before), finding, title), change(after), name);
        }
      });
    }
  }
});

describe('The fixtures of a rule', () => {
  for (const { code } of rules) {
    const found = (fixture: Fixture): Finding[] => lintText(fixture.text, fixture.options).filter((one) => one.rule.code === code);
    const texts = (): { fixture: Fixture; findings: Finding[] }[] => [
      ...sheets(code).map(({ fixture }) => fixture),
      ...cases(code).map(({ before }): Fixture => ({ text: before, wants: [], compared: () => true, options: {} })),
    ].map((fixture) => ({ fixture, findings: found(fixture) }));

    it(`show every kind of fix of ${code}`, () => {
      const offered = new Set(texts().flatMap(({ fixture, findings }) => findings.flatMap((finding) => (fixture.options.profile ? [] : fixes(finding).map((fix) => fix.title.key)))));
      const shown = new Set(cases(code).flatMap(({ title, nth, before }) => {
        const finding = lintText(before).filter((one) => one.rule.code === code)[nth];
        return finding ? fixes(finding).filter((fix) => titleOf(fix) === title).map((fix) => fix.title.key) : [];
      }));
      assert.deepEqual([...offered].filter((key) => !shown.has(key)), []);
    });

    it(`show ${code} in block style and in braces`, () => {
      const inBraces = texts().flatMap(({ fixture, findings }) => {
        const { slots } = sheet(fixture.text).lines;
        return findings.map(({ span }) => slots.some(({ around }) => around.start <= span.start && span.start <= around.end) || /[[{｛［]/.test(fixture.text[span.start] ?? ''));
      });
      assert.ok(inBraces.includes(false), 'never in block style');
      if (!NEVER_IN_BRACES.has(code)) assert.ok(inBraces.includes(true), 'never in braces');
    });

    it(`show ${code} the same below keys in quotes`, () => {
      const compared = texts().filter(({ fixture }) => quotedKeys(fixture.text) !== fixture.text);
      if (MENDED_BY_QUOTES.has(code)) return;
      for (const { fixture } of compared) {
        assert.deepEqual(places(quotedKeys(fixture.text), code, fixture.options), places(fixture.text, code, fixture.options), fixture.text);
      }
      assert.ok(compared.some(({ findings }) => findings.length > 0), 'no sheet in which it is found');
    });

    it(`mend ${code} below keys in quotes`, () => {
      if (MENDED_BY_QUOTES.has(code)) return;
      for (const { name, title, nth, before, flags } of cases(code)) {
        const text = quotedKeys(before);
        if (text === before) continue;
        const all = lintText(text).filter(({ rule }) => rule.code === code);
        assert.ok(all[nth], name);
        if (title === 'none') assert.deepEqual(fixes(all[nth]).map((fix) => titleOf(fix)), [], name);
        else if (!flags.includes('stays')) assert.ok(places(applyFix(text, all[nth], title), code, {}).length < all.length, name);
      }
    });

    it(`say ${code} in both languages`, () => {
      for (const finding of texts().flatMap(({ findings }) => findings)) {
        const [ja, en] = [messageOf(finding), messageOf(finding, 'en')];
        // A list of what is allowed may end a message.
        assert.match(ja, /[。）]$|: [^。]+$/, ja);
        assert.match(en, /[.)]$|: .+$/, en);
        assert.doesNotMatch(en.replace(/“[^”]*”|\([^)]*\)/g, ''), /[、。「」]/, en);
      }
    });
  }
});
