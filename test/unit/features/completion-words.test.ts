import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver-types';
import { complete } from '../../../server/src/features/completion/complete.ts';
import { resolveCompletion } from '../../../server/src/features/completion/documentation.ts';
import { at, completions, HEAD } from '../../support/cursor.ts';

const inRow = (line: string, row = '75'): string => `${HEAD}回答:\n  ${row}:\n    回答: 該当\n    ${line}\n`;
const TERM = 'リモートメンテナンスサービス';

describe('Terms of the question in a remark', () => {
  it('come while one is being typed, behind what is typed already', () => {
    for (const typed of ['リモ', '詳細はリモート', '対象: リモート', '「リモート']) {
      const { labels, items } = completions(inRow(`備考文: ${typed}|`));
      assert.deepEqual(labels, [typed.replace(/^.*?(?=リモ)/, ''), TERM], typed);
      assert.ok(items[0]!.preselect, 'the Enter key must change nothing');
      assert.ok(!items[1]!.preselect);
      assert.deepEqual((items[0]!.textEdit as { newText: string }).newText, labels[0]);
    }
    assert.match(completions(inRow('備考文: 自社のリモ|を使う')).accept(TERM), /備考文: 自社のリモートメンテナンスサービス\|を使う\n/);
    assert.match(completions(inRow('備考文: |-\n      自社の\n      リモ'.replace('|-', '>-').concat('|'))).accept(TERM), / {6}リモートメンテナンスサービス\|\n/);
  });

  it('come in the table of remarks too, of the rows that cite the entry', () => {
    const sheet = (text: string, cite = 1): string => `${HEAD}回答:\n  75:\n    回答: 該当\n    備考: ${cite}\n備考記載欄:\n  1: ${text}\n  2: い\n`;
    assert.deepEqual(completions(sheet('自社のリモ|')).labels, ['リモ', TERM]);
    assert.match(completions(sheet('自社のリモ|')).items[1]!.labelDetails!.description!, /75/);
    assert.deepEqual(completions(sheet('自社のリモ|', 2)).labels, []);
  });

  it('come with nothing typed where a word has not begun, between the row\'s own references and all others', () => {
    for (const prose of ['|', '詳細は、|', '|\n    要確認: い']) {
      const { labels, items } = completions(inRow(`備考文: ${prose}`));
      assert.deepEqual(labels.slice(0, 2), ['6.11.C8', TERM], prose);
      assert.ok(items.every(({ preselect }) => !preselect));
    }
    assert.match(completions(inRow('備考文:|')).accept(TERM), /備考文: リモートメンテナンスサービス\|\n/);
    assert.deepEqual(completions(inRow('備考文: 詳細は、|'), { occasion: 'triggered' }).labels, []);
    const cited = completions(`${HEAD}回答:\n  75:\n    備考: 1\n  75.1:\n    備考: 1\n備考記載欄:\n  1: |\n  2: い\n`);
    assert.equal(cited.labels[0], TERM);
    assert.equal(cited.labels.filter((label) => label === TERM).length, 1);
    assert.match(cited.items[0]!.labelDetails!.description!, /75/);
    assert.equal(completions(`${HEAD}回答:\n  75:\n    備考: 1\n備考記載欄:\n  1: >-\n    い\n\n    |\n  2: い\n`).labels[0], TERM);
    assert.equal(completions(`${HEAD}回答:\n  75:\n    備考: 1\n備考記載欄:\n  2: |\n`).labels.includes(TERM), false);
  });

  it('stay in a list that is open while the first character is typed', () => {
    assert.deepEqual(completions(inRow('備考文: リ|'), { occasion: 'narrowed' }).labels, ['リ', TERM]);
    assert.deepEqual(completions(inRow('備考文: 有|'), { occasion: 'narrowed' }).labels, []);
  });

  it('stay away from everything else', () => {
    for (const prose of ['リ|', 'エリモ|', 'リモリ|', 'リモートメンテナンスサービス|', 'リモートメンテナンスサービ|', '有し|', 'リモ|ート', 'メンテ|', '認証は|', '1リモ|']) {
      for (const occasion of ['invoked', 'triggered'] as const) assert.deepEqual(completions(inRow(`備考文: ${prose}`), { occasion }).labels, [], prose);
    }
    assert.deepEqual(completions(inRow('備考文: リモ|', '3')).labels, []);
    assert.deepEqual(completions(inRow('社内: リモ|')).labels, []);
    assert.deepEqual(completions(inRow('備考文: い # リモ|')).labels, []);
  });
});

describe('References in the table of remarks', () => {
  it('are in the guideline\'s order: an entry\'s number is no question', () => {
    assert.equal(completions(`${HEAD}回答:\n  3: はい\n備考記載欄:\n  75: 詳細は6.11.C|\n`).labels[0], '6.11.C1');
  });
});

describe('Remarks behind 備考', () => {
  const sheet = (line: string): string => `${HEAD}回答:\n  3:\n    回答: はい\n    ${line}\n備考記載欄:\n  1: 入退室を管理している\n  委託: 委託先と契約している\n  3: 委託先を監査している\n`;

  it('are found by a part of their text', () => {
    assert.deepEqual(completions(sheet('備考: 委託先|')).labels, ['委託', '3']);
    assert.deepEqual(completions(sheet('備考: [1, 監査|]')).labels, ['3']);
    assert.match(completions(sheet('備考: 契約|')).accept('委託'), /備考: 委託\|\n/);
  });

  it('say what they are, and which rows cite them', () => {
    const [item] = completions(sheet('備考: 1|')).items;
    assert.match((item!.documentation as { value: string }).value, /入退室を管理している\n\n引用している設問: 3$/);
  });
});

describe('Documentation of suggestions', () => {
  const later = (marked: string): { items: CompletionItem[]; resolve: (item: CompletionItem) => CompletionItem } => {
    const { context, offset } = at(marked);
    return { items: complete(context, offset, 'ja', 'invoked', { documentationLater: true }).items, resolve: (item) => resolveCompletion(item, context, 'ja') };
  };

  it('is written when an item is looked at, where the client asks for it then', () => {
    for (const marked of [`${HEAD}回答:\n  75|\n`, inRow('参照項番: 6.11.C|'), `${HEAD}回答:\n  17.1:\n    |\n`, `${HEAD}回答:\n  3:\n    備考: |\n備考記載欄:\n  1: い\n`]) {
      const { items, resolve } = later(marked);
      const now = completions(marked).items;
      assert.ok(now.some(({ documentation }) => documentation));
      for (const item of now) {
        const same = items.find(({ label }) => label === item.label)!;
        if (same.data) assert.equal(same.documentation, undefined);
        assert.deepEqual(resolve(same).documentation, item.documentation, item.label);
      }
    }
  });

  it('is left out where there is none any more, or the item is a stranger', () => {
    const { resolve } = later(`${HEAD}回答:\n  75|\n`);
    for (const data of [undefined, null, 3, { uri: 'x' }, { uri: 'x', question: '999' }, { uri: 'x', remark: '9' }, { uri: 3, question: '75' }]) {
      assert.equal(resolve({ label: 'い', data }).documentation, undefined);
    }
  });
});

describe('Characters that accept a suggestion', () => {
  const committing = (marked: string): string[] => completions(marked).items.filter((item) => item.commitCharacters).map((item) => `${item.label} ${item.commitCharacters!.join('')}`);
  const options = (text: string): string => `${HEAD}回答:\n  17.1: { 記憶: ${text} }\n`;

  it('are those that end a value in braces or brackets, where what is typed can be nothing else', () => {
    assert.deepEqual(committing(options('hai|')), ['はい ,}']);
    assert.deepEqual(committing(options('い|')), ['いいえ ,}']);
    assert.deepEqual(committing(inRow('参照項番: [6.5.C12, 6.11.C9|]')), ['6.11.C9 ,]']);
    assert.deepEqual(committing(inRow('参照項番: [６．１１．Ｃ９|]')), ['6.11.C9 ,]']);
  });

  it('are none where something would be chosen that nobody typed, and none in lines, keys and prose', () => {
    for (const marked of [
      options('|'), options('n|'), options("'hai|'"), inRow('参照項番: [6.11.C|]'), inRow('参照項番: [|]'), inRow('参照項番: 6.11.C9|'), `${HEAD}回答:\n  4: hai|\n`,
      `${HEAD}回答:\n  4:\n    bikou|\n`, `${HEAD}回答:\n  76|\n`, inRow('備考文: リモ|'), inRow('備考文: 詳細は6.11.C9|'), inRow('備考: |'), '|', `${HEAD}回答:\n  |\n`,
    ]) assert.deepEqual(committing(marked), [], marked);
  });
});
