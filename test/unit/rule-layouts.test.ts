/**
 * Every fixture of every rule in the other layouts that a sheet may have, and whether the fixtures show every kind of fix
 * and every layout. The fixtures are those of `rules.test.ts`, which tells their form.
 */
import assert from 'node:assert/strict';
import { rules } from '../../server/src/rules/index.ts';
import type { Finding } from '../../server/src/lint/rule.ts';
import { cases, codesWithFixtures, compare, sheets, type Fixture } from '../support/rule-fixtures.ts';
import { applyFix, fixes, lintText, messageOf, titleOf } from '../support/sheets.ts';

const crlf = (text: string): string => text.replace(/\r?\n/g, '\r\n');
const bom = (text: string): string => (text.startsWith('\uFEFF') ? text : `\uFEFF${text}`);
const LAYOUTS = { 'line breaks of Windows': crlf, 'a byte order mark': bom } as const;
/** A sheet whose lines end in their own way keeps to that. */
const hasOwnBreaks = (text: string): boolean => text.includes('\r');

/** Rows' keys in quotes, wherever a line begins with one. */
const quotedKeys = (text: string): string => text.replace(/^( +)(\d[\d.]*)(?=:(?: |$))/gm, "$1'$2'");

/** What stands outside any row, or only where nothing is in brackets. */
const NEVER_IN_BRACES = new Set<string>(['unknown-form', 'missing-field', 'future-date', 'invalid-date', 'unexplained-suppression', 'unknown-suppression']);
const NEVER_BELOW_A_KEY = new Set<string>([...NEVER_IN_BRACES]);

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
      const inBraces = ({ fixture, findings }: { fixture: Fixture; findings: Finding[] }): boolean[] => findings.map(({ span }) => {
        const before = fixture.text.slice(fixture.text.lastIndexOf('\n', span.start - 1) + 1, span.start);
        return /[{[｛［]/.test(before);
      });
      const places = texts().flatMap(inBraces);
      assert.ok(places.includes(false), 'never in block style');
      if (!NEVER_IN_BRACES.has(code)) assert.ok(places.includes(true), 'never in braces');
    });

    it(`show ${code} below a key in quotes`, () => {
      if (NEVER_BELOW_A_KEY.has(code)) return;
      const same = texts().filter(({ fixture, findings }) => findings.length > 0 && quotedKeys(fixture.text) !== fixture.text)
        .filter(({ fixture, findings }) => found({ ...fixture, text: quotedKeys(fixture.text) }).length === findings.length);
      assert.ok(same.length > 0);
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
