import assert from 'node:assert/strict';
import { openQuestion } from '../../server/src/features/navigation/open-question.ts';
import { propose } from '../../server/src/features/proposal.ts';
import { translator } from '../../server/src/l10n/translate.ts';
import { lint } from '../../server/src/lint/lint.ts';
import { JAPANESE_LABELS } from '../../server/src/render/labels.ts';
import { renderPage } from '../../server/src/render/page.ts';
import { previewOf, type PreviewView } from '../../server/src/render/preview.ts';
import { viewSheet } from '../../server/src/render/view.ts';
import type { Sheet } from '../../server/src/sheet/model.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LIMITS } from '../../server/src/sheet/yaml.ts';
import { catalogue } from '../support/catalogue.ts';

const HEAD = '様式: SDS-4.0\nサービス名称: あ\n回答:\n  3: いいえ\n';
const PAST: Record<string, string> = {
  characters: `${HEAD}# ${'あ'.repeat(LIMITS.characters)}\n`,
  lines: `${HEAD}${'# あ\n'.repeat(LIMITS.lines)}`,
  entries: `${HEAD}社内: [${'a, '.repeat(LIMITS.entries + 1)}]\n`,
  nesting: `${HEAD}社内: ${'['.repeat(1_000)}${']'.repeat(1_000)}\n`,
};
const today = '2026-01-01';
const translate = translator('ja');
const read = (text: string): Sheet => readSheet(TextDocument.create('file:///sheet.sds.yaml', 'sds-yaml', 1, text), catalogue());

describe('A sheet past a limit, which names its form', () => {
  for (const [what, text] of Object.entries(PAST)) {
    describe(`of ${what}`, () => {
      const sheet = read(text);
      const findings = lint(sheet, { today, showSuppressed: true });
      const [said] = findings.map(({ message }) => translate(message));

      it('has one finding, which is what the page says in place of the sheet', () => {
        assert.equal(findings.length, 1);
        const page = renderPage(viewSheet(sheet), '');
        assert.ok(page.includes(`<title>${JAPANESE_LABELS.unreadTitle}</title>`), page);
        assert.ok(page.includes(`>${said}</p>`), page);
        for (const untrue of [JAPANESE_LABELS.unknownTitle, JAPANESE_LABELS.missingForm, JAPANESE_LABELS.unreadable, '<table']) assert.ok(!page.includes(untrue), untrue);
      });

      for (const view of ['form', 'guideline', 'exceptions'] satisfies PreviewView[]) {
        it(`is not shown as one of no form or without exceptions in the preview: ${view}`, () => {
          const { title, html, summary } = previewOf(sheet, { findings, translate, locale: 'ja' }, view);
          assert.equal(title, JAPANESE_LABELS.unreadTitle);
          assert.ok(html.includes(`>${said}</p>`), html);
          assert.ok(summary.broken);
        });
      }

      it('is unreadable where somebody looks for open questions or would answer', () => {
        const context = { sheet, translate, today };
        assert.deepEqual(openQuestion(context, 0), { kind: 'unreadable', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } } });
        assert.deepEqual(propose(context, { row: '3', answer: 'はい' }), { refused: 'text' });
      });
    });
  }

  it('is still told from one of no form, and one whose form is not installed', () => {
    for (const text of ['回答:\n  3: はい\n', '様式: SDS-99\n回答:\n  3: はい\n']) {
      const page = renderPage(viewSheet(read(text)), '');
      assert.ok(page.includes(`<title>${JAPANESE_LABELS.unknownTitle}</title>`));
      assert.deepEqual(openQuestion({ sheet: read(text), translate, today }, 0), { kind: 'unknown-form' });
    }
  });
});
