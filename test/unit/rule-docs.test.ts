import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { toDiagnostics } from '../../server/src/features/diagnostics.ts';
import { dedent, partOfSheet } from '../../server/src/lint/example.ts';
import { RULE_PAGES, rulePage } from '../../server/src/lint/pages.ts';
import type { Profile } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { foundOn, ofRule } from '../support/examples.ts';
import { at } from '../support/cursor.ts';
import { fixes, lintText, messageOf } from '../support/sheets.ts';

/** The order of the contract, which the list of rules, the pages and the settings follow. */
const CODES = `
  syntax wrong-shape full-width-punctuation text-cut-off unknown-form unknown-key duplicate-key missing-field invalid-date future-date spelling
  unknown-question invalid-answer missing-answer inconsistent-answer inapplicable-answer parent-mismatch redundant-fallback empty-gate
  premise-mismatch too-few-selected unexplained-answer unconfirmed-answer missing-remark dangling-remark unused-remark empty-remark
  duplicate-remark unknown-reference unrelated-reference stale-edition question-order ambiguous-number suspicious-character
  unexplained-suppression unknown-suppression`.trim().split(/\s+/);

const PROFILES: Profile[] = ['default', 'strict'];
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

describe('the rules', () => {
  it('stand in the order of the contract', () => {
    assert.deepEqual(rules.map((rule) => rule.code), CODES);
  });

  it('have titles of their own', () => {
    for (const locale of ['ja', 'en'] as const) assert.equal(new Set(rules.map((rule) => rule.docs[locale].title)).size, rules.length);
  });
});

for (const rule of rules) {
  describe(`the documentation of ${rule.code}`, () => {
    const { bad, good, ja, en } = rule.docs;

    it('has a page where links to it lead', () => {
      const name = rulePage(rule.code).slice(RULE_PAGES.length);
      assert.ok(existsSync(new URL(`../../docs/rules/${name}`, import.meta.url)));
    });

    for (const profile of PROFILES) {
      it(`has a bad example that shows it (${profile})`, () => {
        assert.notDeepEqual(ofRule(foundOn(bad, profile), rule), []);
      });

      it(`has a good example that does not (${profile})`, () => {
        assert.deepEqual(ofRule(foundOn(good, profile), rule).map((finding) => messageOf(finding)), []);
      });
    }

    it('has a bad example without errors of other rules', () => {
      const others = foundOn(bad, 'default').filter((finding) => finding.rule.code !== rule.code && finding.severity === 'error');
      assert.deepEqual(others.map((finding) => messageOf(finding)), []);
    });

    it('has a good example without errors, and without anything in the part that it shows of 回答', () => {
      const whole = partOfSheet(good).startsWith('様式:');
      const found = foundOn(good, whole ? 'default' : 'strict').filter((finding) => !whole || finding.severity === 'error');
      assert.deepEqual(found.map((finding) => messageOf(finding)), []);
    });

    it('says what the fixes do, and only where there are any', () => {
      const offered = ofRule(foundOn(bad, 'default'), rule).flatMap((finding) => fixes(finding));
      assert.equal(offered.length > 0, rule.fixes !== undefined, 'The bad example shows whether there are fixes.');
      for (const words of [ja, en]) assert.equal(words.fixes !== undefined, rule.fixes !== undefined);
    });

    it('is worded in both languages, without ends of lines', () => {
      for (const [words, japanese] of [[ja, true], [en, false]] as const) {
        for (const text of Object.values(words)) {
          assert.match(text, /^\S[^\n]*\S$/);
          if (japanese) assert.match(text, JAPANESE);
        }
        for (const text of [words.what, words.why, words.fixes ?? words.why]) assert.match(text, japanese ? /。$/ : /\.$/);
        assert.doesNotMatch(words.title, /[。.]$/);
      }
    });

    it('never takes a clean sheet for conformity', () => {
      assert.doesNotMatch([ja, en].flatMap((words) => Object.values(words)).join('\n'), /適合|準拠している|compl(?:y|iant|iance)|conform/i);
    });

    it('names no place on a machine', () => {
      const source = readFileSync(new URL(`../../server/src/rules/${rule.code}.ts`, import.meta.url), 'utf8');
      assert.doesNotMatch(source, /file:\/\/|[A-Za-z]:\\|\/(?:home|Users|work|tmp|root)\//);
    });
  });
}

describe('every diagnostic', () => {
  it('links to the page of its rule on the web', () => {
    const text = '様式: SDS-4.0\n回答:\n  18: ○\n  76:\n';
    const diagnostics = toDiagnostics(lintText(text), at(`${text}|`).context);
    assert.ok(diagnostics.length > 2);
    for (const { code, codeDescription } of diagnostics) assert.equal(codeDescription?.href, `https://github.com/sds-authoring/sds-authoring/blob/main/docs/rules/${code}.md`);
  });
});

describe('examples of the documentation', () => {
  it('lose the indentation of the rule\'s file', () => {
    assert.equal(dedent('\n      21:\n        回答: はい\n    '), '21:\n  回答: はい\n');
  });

  it('are what stands in 回答, unless they begin a sheet', () => {
    assert.equal(partOfSheet('\n  3: はい\n'), '回答:\n  3: はい\n');
    assert.equal(partOfSheet('\n  3: はい\n  備考記載欄:\n    1: 文\n'), '回答:\n  3: はい\n備考記載欄:\n  1: 文\n');
    assert.equal(partOfSheet('\n  様式: SDS-4.0\n  回答:\n'), '様式: SDS-4.0\n回答:\n');
  });
});
