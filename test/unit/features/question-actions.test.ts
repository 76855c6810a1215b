import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeAction } from 'vscode-languageserver-types';
import { questionActions } from '../../../server/src/features/question-actions.ts';
import { translator } from '../../../server/src/l10n/translate.ts';
import { HEAD } from '../../support/cursor.ts';
import { sheet } from '../../support/sheets.ts';

/** The actions for a document in which `|` marks a cursor, or two the ends of a selection. */
function actions(marked: string, only?: string[]): { offered: CodeAction[]; apply: (at?: number) => string } {
  const parts = `${HEAD}回答:\n${marked}`.split('|');
  const read = sheet(parts.join(''));
  const { document } = read;
  const start = document.positionAt(parts[0]!.length);
  const end = parts.length > 2 ? document.positionAt(parts[0]!.length + parts[1]!.length) : start;
  const offered = questionActions({ start, end }, only, { sheet: read, translate: translator('ja'), today: '2026-11-23' });
  return { offered, apply: (at = 0) => TextDocument.applyEdits(document, offered[at]!.edit!.changes![document.uri]!).slice(`${HEAD}回答:\n`.length) };
}

const THREE = '  #? 6.3.C1 医療情報システムを運用する際に、医療情報システム安全管理責任者を設置しているか？\n';
const FOUR = '  #? 6.3.C1 医療情報システムを運用する際に、運用担当者を限定しているか？\n';
const TITLE = '  #= 組織的安全管理対策 (体制、運用管理規程)(6.3)\n';

describe('Source actions for question comments', () => {
  it('are for the whole sheet where nothing is selected', () => {
    const { offered, apply } = actions('|  3: はい\n  4: はい\n', ['source.questionComments.write.sds']);
    assert.deepEqual(offered.map(({ title, kind }) => [title, kind]), [['設問をコメントとして書く（古いものは更新）', 'source.questionComments.write.sds']]);
    assert.equal(apply(), `${TITLE}${THREE}  3: はい\n${FOUR}  4: はい\n`);
  });

  it('are for the selected lines, without the one that a selection only reaches', () => {
    const { offered, apply } = actions(`  3: はい\n  |4: はい\n|  5: はい\n`, ['source.questionComments.write']);
    assert.equal(offered[0]!.title, '選択した設問をコメントとして書く（古いものは更新）');
    assert.equal(apply(), `  3: はい\n${FOUR}  4: はい\n  5: はい\n`);
  });

  it('remove them, too', () => {
    assert.equal(actions(`|${TITLE}${THREE}  3: はい\n`, ['source.questionComments.remove.sds']).apply(), '  3: はい\n');
    assert.equal(actions(`${TITLE}${THREE}  3: はい\n  |4: はい\n${FOUR}  5: はい|\n`, ['source.questionComments.remove.sds']).apply(), `${TITLE}${THREE}  3: はい\n  4: はい\n  5: はい\n`);
  });

  it('are offered only where they are asked for and would change something', () => {
    assert.deepEqual(actions('|  3: はい\n').offered, []);
    assert.deepEqual(actions('|  3: はい\n', ['quickfix']).offered, []);
    assert.deepEqual(actions('|  3: はい\n', ['source']).offered.map(({ kind }) => kind), ['source.questionComments.write.sds']);
    assert.deepEqual(actions(`|${TITLE}${THREE}  3: はい\n`, ['source']).offered.map(({ kind }) => kind), ['source.questionComments.remove.sds']);
    assert.deepEqual(actions(`|  3: はい\n`, ['source.fixAll']).offered, []);
  });
});
