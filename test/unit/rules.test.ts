/** Every rule against the documents under `test/fixtures/rules/<code>/`; `test/support/rule-fixtures.ts` tells their form. */
import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/lint/rule.ts';
import { rules } from '../../server/src/rules/index.ts';
import { cases, codesWithFixtures, compare, files, sheets } from '../support/rule-fixtures.ts';
import { applyFix, fixes, lintText, titleOf } from '../support/sheets.ts';

for (const code of codesWithFixtures()) {
  describe(`rule ${code}`, () => {
    for (const { name, fixture } of sheets(code)) {
      it(`finds what ${name} wants`, () => {
        const { unwanted, missing } = compare(fixture);
        assert.deepEqual({ unwanted, missing }, { unwanted: [], missing: [] });
      });
    }
    for (const { name, flags, nth, title, before, after } of cases(code)) {
      it(`mends: ${name}`, () => {
        const all = (text: string): Finding[] => lintText(text).filter((finding) => finding.rule.code === code);
        const finding = all(before)[nth];
        assert.ok(finding, 'There is no such finding.');
        if (title === 'none') {
          assert.deepEqual(fixes(finding).map((fix) => titleOf(fix)), []);
          return;
        }
        assert.equal(applyFix(before, finding, title), after);
        if (!flags.includes('stays')) assert.ok(all(after).length < all(before).length, 'The finding is still there.');
      });
    }
  });
}

describe('rule fixtures', () => {
  for (const rule of rules) {
    const { code } = rule;
    it(`cover ${code}`, () => {
      const fixtures = sheets(code).map(({ fixture }) => fixture);
      assert.ok(fixtures.some(({ wants }) => wants.some((want) => want.code === code)), 'no sheet in which it is found');
      assert.ok(fixtures.some(({ wants }) => wants.every((want) => want.code !== code)), 'no sheet that it leaves in peace');
      if ('fixes' in rule) assert.ok(files(code).includes('fixes.txt'), 'no fixes.txt');
    });
  }

  it('belong to rules, and name rules only', () => {
    const codes = rules.map((rule) => rule.code);
    for (const folder of codesWithFixtures()) {
      assert.ok(codes.includes(folder), folder);
      for (const { name, fixture } of sheets(folder)) {
        for (const { code } of fixture.wants) assert.ok(codes.includes(code), `${folder}/${name}: ${code}`);
      }
    }
  });
});

describe('severities', () => {
  /** By default, and in the profile for the last check. */
  const severities: Record<string, [string, string]> = {
    syntax: ['error', 'error'], 'wrong-shape': ['error', 'error'], 'full-width-punctuation': ['error', 'error'], 'text-cut-off': ['warning', 'error'],
    'unknown-form': ['error', 'error'], 'unknown-key': ['error', 'error'], 'duplicate-key': ['error', 'error'], 'missing-field': ['warning', 'error'],
    'invalid-date': ['error', 'error'], 'future-date': ['info', 'warning'], spelling: ['info', 'warning'], 'unknown-question': ['error', 'error'],
    'invalid-answer': ['error', 'error'], 'missing-answer': ['warning', 'error'], 'inconsistent-answer': ['error', 'error'], 'inapplicable-answer': ['warning', 'error'],
    'parent-mismatch': ['warning', 'warning'], 'redundant-fallback': ['info', 'warning'], 'empty-gate': ['warning', 'warning'], 'premise-mismatch': ['warning', 'warning'],
    'too-few-selected': ['warning', 'warning'], 'unexplained-answer': ['info', 'warning'], 'unconfirmed-answer': ['info', 'error'], 'missing-remark': ['error', 'error'],
    'dangling-remark': ['error', 'error'], 'unused-remark': ['warning', 'warning'], 'empty-remark': ['warning', 'error'], 'duplicate-remark': ['warning', 'warning'],
    'unknown-reference': ['warning', 'error'], 'unrelated-reference': ['hint', 'info'], 'stale-edition': ['info', 'warning'], 'question-order': ['hint', 'hint'],
    'ambiguous-number': ['hint', 'hint'], 'suspicious-character': ['warning', 'error'], 'unexplained-suppression': ['off', 'warning'], 'unknown-suppression': ['warning', 'warning'],
  };

  for (const { code, severity } of rules) {
    it(`of ${code} are ${severities[code]?.join(' and ')}`, () => assert.deepEqual([severity.default, severity.strict], severities[code]));
  }

  it('can be changed, and turned off', () => {
    const text = '様式: SDS-4.0\n回答:\n  3: ○\n';
    const of = (options: Parameters<typeof lintText>[1]): unknown => lintText(text, options).find((finding) => finding.rule.code === 'invalid-answer')?.severity;
    assert.equal(of({}), 'error');
    assert.equal(of({ severities: { 'invalid-answer': 'hint' } }), 'hint');
    assert.equal(of({ profile: 'strict', severities: { 'invalid-answer': 'off' } }), undefined);
  });
});

describe('safe fixes', () => {
  it('belong to the rules about spelling and form only', () => {
    const safe = new Set<string>();
    for (const code of codesWithFixtures()) {
      for (const { before } of cases(code)) {
        for (const finding of lintText(before)) {
          const offered = fixes(finding);
          assert.ok(offered.filter((fix) => fix.preferred).length <= 1, `${finding.rule.code} prefers more than one fix`);
          if (offered.some((fix) => fix.safe)) safe.add(finding.rule.code);
        }
      }
    }
    const allowed = ['full-width-punctuation', 'spelling', 'invalid-date', 'ambiguous-number'];
    assert.deepEqual([...safe].filter((code) => !allowed.includes(code)), []);
    assert.ok(safe.has('full-width-punctuation') && safe.has('spelling'));
  });
});
