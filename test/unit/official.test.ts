import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { hover } from '../../server/src/features/hover.ts';
import { translator } from '../../server/src/l10n/translate.ts';
import { readSheet } from '../../server/src/sheet/read.ts';
import type { Workspace } from '../../server/src/workspace/compose.ts';
import { Workspaces } from '../../server/src/workspace/workspaces.ts';
import { shippedData } from '../support/catalogue.ts';
import { HEAD } from '../support/cursor.ts';
import { validators } from '../support/validators.ts';
import { FakeFiles, fixture } from '../support/workspace.ts';

const ja = translator('ja');
const PERSONAL = 'file:///home/user/guidelines/';
const OF_WORKSPACE = '/w/.sds/guidelines/mhlw-5.2.official.yaml';
const OF_USER = '/home/user/guidelines/mhlw-5.2.official.yaml';
const official = (items: string, more = ''): string => `guideline: mhlw-5.2\nedition: "5.2"\nsource: { file: 架空.pdf, pages: 90 }\n${more}items:\n${items}`;
const INVENTED = official('  6.11.C8:\n    text: |-\n      鍵を*掛ける*。\n      1. <b>箱</b>に入れる。\n    page: 47\n  6.5.C14(4): { text: 架空の条文 }\n');
const told = ({ files }: Workspace): string[] => files.flatMap(({ uri, problems }) => problems.map(({ message, range }) => `${uri.split('/').at(-1)!}:${range.start.line + 1}: ${ja(message)}`));

describe('official text', () => {
  let files: FakeFiles;
  let workspaces: Workspaces;
  const open = (content: Record<string, string>, personal?: string): void => {
    files = new FakeFiles(content);
    workspaces = new Workspaces({ data: shippedData(), validators: validators(), files, ...(personal === undefined ? {} : { personal }) });
  };
  const item = (workspace: Workspace, id: string): unknown[] => {
    const found = workspace.catalogue.guidelines[0]!.item(id)!;
    return [found.official, found.officialPage];
  };

  it('of a workspace is what its guideline says, besides the digest', async () => {
    open({ [OF_WORKSPACE]: INVENTED });
    const workspace = await workspaces.of('file:///w/a.sds.yaml');
    assert.deepEqual(told(workspace), []);
    assert.deepEqual(item(workspace, '6.11.C8'), ['鍵を*掛ける*。\n1. <b>箱</b>に入れる。', 47]);
    assert.deepEqual(item(workspace, '6.5.C14(4)'), ['架空の条文', undefined]);
    assert.deepEqual(item(workspace, '6.11.C5'), [undefined, undefined]);
    assert.equal(workspace.catalogue.guidelines.length, 1);
    assert.ok(workspace.catalogue.guidelines[0]!.item('6.11.C8')!.digest.length > 0);
    assert.deepEqual(item(await workspaces.of('file:///elsewhere/a.sds.yaml'), '6.11.C8'), [undefined, undefined]);
  });

  it('of the user holds for every sheet, under that of a workspace', async () => {
    open({ [OF_USER]: INVENTED, [OF_WORKSPACE]: official('  6.11.C8: { text: 手元の条文 }\n') }, PERSONAL);
    assert.equal(item(await workspaces.of('file:///elsewhere/a.sds.yaml'), '6.11.C8')[1], 47);
    assert.equal(item(await workspaces.of('untitled:Untitled-1'), '6.11.C8')[1], 47);
    const near = await workspaces.of('file:///w/a.sds.yaml');
    assert.deepEqual([item(near, '6.11.C8')[0], item(near, '6.5.C14(4)')[0]], ['手元の条文', '架空の条文']);
  });

  it('is read again when it changed, and goes on while it is being changed', async () => {
    open({ [OF_WORKSPACE]: INVENTED });
    const before = await workspaces.of('file:///w/a.sds.yaml');
    workspaces.reload();
    assert.equal(await workspaces.of('file:///w/a.sds.yaml'), before);
    files.content.set(OF_WORKSPACE, official('  6.11.C8: { text: 別の条文 }\n'));
    workspaces.reload();
    assert.deepEqual(item(await workspaces.of('file:///w/a.sds.yaml'), '6.11.C8')[0], '別の条文');
    files.content.set(OF_WORKSPACE, official('  6.11.C8: { text: [\n'));
    workspaces.reload();
    assert.deepEqual(item(await workspaces.of('file:///w/a.sds.yaml'), '6.11.C8')[0], '別の条文');
  });

  it('says what is wrong with its file, and leaves the rest', async () => {
    const problems = async (text: string): Promise<string[]> => {
      open({ [OF_WORKSPACE]: text });
      return told(await workspaces.of('file:///w/a.sds.yaml'));
    };
    const name = 'mhlw-5.2.official.yaml';
    assert.deepEqual(await problems(official('  6.11.C8: { text: 条文 }\n  6.11.C99: { text: 条文 }\n')), [
      `${name}:6: 「6.11.C99」という項は「医療情報システムの安全管理に関するガイドライン 第5.2版」のデータにありません。この条文は使われません。`]);
    assert.match((await problems(INVENTED.replace('"5.2"', '"5.1"')))[0]!, /:2: 第5.1版の条文です/);
    assert.match((await problems(INVENTED.replace('mhlw-5.2', 'mhlw')))[0]!, /:1: ガイドライン「mhlw」のデータがない/);
    assert.match((await problems(official('  6.11.C8: { text: 条文, pages: 4 }\n')))[0]!, /「pages」という項目/);
    assert.match((await problems(official('  6.11.C8: { text: 5 }\n')))[0]!, /文字列として/);
    for (const text of ['', 'x', '[]', 'items: {}']) assert.ok((await problems(text)).length > 0, text);
  });

  it('that the user keeps for a guideline of another workspace is no fault', async () => {
    open({ '/home/user/guidelines/model-guideline-2.official.yaml': 'guideline: model-guideline-2\nedition: "2.0"\nsource: { file: a.txt }\nitems:\n  企画管理編 7⑥: { text: 再委託の条文, page: 12 }\n', '/w/.sds/guidelines/model-2.yaml': fixture('.sds/guidelines/model-2.yaml') }, PERSONAL);
    assert.deepEqual(told(await workspaces.of('file:///elsewhere/a.sds.yaml')), []);
    const { catalogue } = await workspaces.of('file:///w/a.sds.yaml');
    assert.equal(catalogue.guidelines.find(({ id }) => id === 'model-guideline-2')!.item('企画管理編 7⑥')!.official, '再委託の条文');
  });

  it('is shown as such, with its page and as it is, and the digest as a paraphrase', async () => {
    open({ [OF_WORKSPACE]: INVENTED });
    const { catalogue } = await workspaces.of('file:///w/a.sds.yaml');
    const hovered = (text: string, target: string): string => {
      const document = TextDocument.create('file:///w/a.sds.yaml', 'sds-yaml', 1, text);
      const context = { sheet: readSheet(document, catalogue), translate: ja, today: '2026-11-23' };
      const { contents } = hover(context, text.indexOf(target) + 1, 'ja')!;
      return (contents as { value: string }).value;
    };
    const text = `${HEAD}回答:\n  75: 該当\n  75.1:\n    回答: はい\n    参照項番: 6.11.C8\n`;
    const reference = hovered(text, '6.11.C8');
    assert.match(reference, /\*\*原文の条文\*\*（PDF 47ページ）\n\n> 鍵を\\\*掛ける\\\*。 {2}\n> 1\\\. \\<b\\>箱\\<\/b\\>に入れる。\n\n/);
    assert.ok(reference.indexOf('原文の条文') < reference.indexOf('要旨:'));
    assert.match(reference, /公式の条文ではありません/);
    const question = hovered(text, '75.1');
    assert.match(question, /\*\*6\.11\.C8\*\*\n\n\*\*原文の条文\*\*（PDF 47ページ）/);
  });
});
