import assert from 'node:assert/strict';
import { codeActions } from '../../../server/src/features/code-actions.ts';
import { translator } from '../../../server/src/l10n/translate.ts';
import { lint } from '../../../server/src/lint/lint.ts';
import { applyEdits, sheet } from '../../support/sheets.ts';
import { HEAD } from '../../support/cursor.ts';

/** The texts that the offered fixes lead to, anywhere in a sheet. */
function outcomes(text: string): string[] {
  const read = sheet(text);
  const end = read.document.positionAt(text.length);
  const actions = codeActions(lint(read, { profile: 'strict' }), { start: { line: 0, character: 0 }, end }, undefined, { sheet: read, translate: translator('ja'), today: '2026-01-01' });
  return actions.map(({ edit }) => {
    const edits = Object.values(edit!.changes!).flat();
    return applyEdits(text, edits.map(({ range, newText }) => ({ span: { start: read.document.offsetAt(range.start), end: read.document.offsetAt(range.end) }, text: newText })));
  });
}

const broken = (text: string): number => sheet(text).notices.filter(({ kind }) => kind === 'syntax' || kind === 'duplicate').length;

describe('A fix that is offered', () => {
  for (const [what, text] of [
    ['in braces over several lines', `${HEAD}回答:\n  8: { 回答: はい,\n    備考: 1,\n    備考: 2 }\n備考記載欄: {1: あ,\n  2: い}\n`],
    ['below an empty map in braces', `${HEAD}回答: {}\n`],
    ['below what is no map', `${HEAD}回答: はい\n備考記載欄: ~\n`],
    ['of an answer as block text', `${HEAD}回答:\n  16: >-\n    いいえ\n`],
    ['of an answer with an anchor', `${HEAD}回答:\n  13: &n いいえ\n  14: *n\n`],
    ['of a key beside the one that is meant', `様式: SDS-4.0\n作成日: 2023-10-04\n作成者: 山田\n回答:\n  3: はい\n`],
  ] as const) {
    it(`breaks nothing ${what}`, () => {
      for (const after of outcomes(text)) assert.ok(broken(after) <= broken(text), after);
    });
  }
});
