import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentHighlight, DocumentLink, Location, LocationLink, Range, WorkspaceEdit } from 'vscode-languageserver-types';
import { Client, type ClientOptions } from './client.ts';

const SHEET = `様式: SDS-4.0
回答:
  75: 非該当
  75.1: はい # 6.11.C8
  3:
    回答: はい
    備考: [2, 入退室]
    社内: docs/規程.pdf
備考記載欄:
  入退室: い
  2: ろ
`;

describe('Moving through a sheet over the protocol', () => {
  let client: Client;
  const ask = <T>(method: string, needle?: string, params: object = {}): Promise<T> => client.connection.sendRequest<T>(`textDocument/${method}`, {
    textDocument: { uri: client.uri }, ...(needle === undefined ? {} : { position: client.find(needle) }), ...params,
  });
  const start = async (options: ClientOptions = {}): Promise<void> => {
    client = await Client.start(options);
    await client.open(SHEET);
  };
  const textOf = (range: Range): string => TextDocument.create('', '', 0, client.text).getText(range);
  const renamed = ({ changes }: WorkspaceEdit): string => TextDocument.applyEdits(TextDocument.create('', '', 0, client.text), changes![client.uri]!);

  afterEach(async () => {
    assert.deepEqual(client.logged, [], 'no feature has thrown');
    assert.equal(await client.stop(), 0);
  });

  it('goes to what the cursor leads to', async () => {
    await start();
    assert.deepEqual((await ask<Location[]>('definition', 'はい # 6')).map(({ uri, range }) => [uri, textOf(range)]), [[client.uri, '75']]);
    assert.deepEqual((await ask<Location[]>('definition', '6.11.C8')).map(({ range }) => textOf(range)), ['75', '75.1']);
    assert.equal(await ask('definition', '様式'), null);
  });

  it('tells a client that wants to know what leads there', async () => {
    await start({ capabilities: { textDocument: { definition: { linkSupport: true } } } });
    const [link] = await ask<LocationLink[]>('definition', '入退室]');
    assert.equal(textOf(link!.originSelectionRange!), '入退室');
    assert.equal(textOf(link!.targetSelectionRange), '入退室');
    assert.equal(textOf(link!.targetRange), '入退室: い');
  });

  it('finds and lights up what refers to what stands at the cursor', async () => {
    await start();
    const references = async (needle: string, includeDeclaration: boolean): Promise<string[]> =>
      (await ask<Location[]>('references', needle, { context: { includeDeclaration } })).map(({ range }) => `${range.start.line}:${textOf(range)}`);
    assert.deepEqual(await references('2: ろ', false), ['6:2']);
    assert.deepEqual(await references('2, ', true), ['6:2', '10:2']);
    assert.deepEqual(await references('6.11.C8', true), ['2:75', '3:75.1', '3:6.11.C8']);
    assert.deepEqual((await ask<DocumentHighlight[]>('documentHighlight', '2: ろ')).map(({ range, kind }) => [textOf(range), kind]), [['2', 2], ['2', 3]]);
    assert.equal(await ask('documentHighlight', '様式'), null);
  });

  it('renames a remark with its citations', async () => {
    await start({ capabilities: { textDocument: { rename: { prepareSupport: true } } } });
    assert.deepEqual(client.initialized.capabilities.renameProvider, { prepareProvider: true });
    const prepared = await ask<{ range: Range; placeholder: string }>('prepareRename', '入退室]');
    assert.deepEqual(prepared, { range: { start: client.find('入退室]'), end: client.find(']') }, placeholder: '入退室' });
    assert.equal(renamed(await ask('rename', '入退室: い', { newName: '入室' })), SHEET.replaceAll('入退室', '入室'));
  });

  it('says why something cannot be renamed, in the language of the client', async () => {
    await start();
    await assert.rejects(ask('prepareRename', '75.1'), { code: -32803, message: /^設問番号は様式で決まっているため/ });
    await assert.rejects(ask('rename', '入退室: い', { newName: 'なし' }), { message: '「なし」は備考がないことを表すため、備考の名前には使えません。' });
    await client.stop();
    await start({ locale: 'en' });
    await assert.rejects(ask('prepareRename', 'はい #'), { message: /^The form gives the words to answer with/ });
  });

  it('renumbers remarks, numbers those with a name, and names those with a number', async () => {
    await start();
    const range = client.rangeOf('様式');
    const [renumber] = await client.codeActions(range, ['source.remarks.renumber']);
    assert.equal(renumber!.title, '備考の番号を引用順に振り直す');
    assert.equal(client.apply(renumber!), SHEET.replace('[2,', '[1,').replace('2: ろ', '1: ろ'));
    const [number] = await client.codeActions(range, ['source.remarks.numberNames']);
    assert.equal(client.apply(number!), SHEET.replace('入退室]', '3]').replace('  入退室: い\n  2: ろ\n', '  2: ろ\n  3: い\n'));
    const [name] = await client.codeActions(range, ['source.remarks.nameNumbers']);
    assert.equal(client.apply(name!), SHEET.replace('[2,', '[ろ,').replace('2: ろ', 'ろ: ろ'));
    const offered = (await client.codeActions(range, ['source'])).map(({ kind }) => kind!);
    assert.ok(offered.includes('source.remarks.renumber.sds') && offered.includes('source.remarks.numberNames.sds'), offered.join());
    assert.deepEqual((await client.codeActions(range)).filter(({ kind }) => kind!.startsWith('source.remarks')), []);
  });

  it('links references, pages and files', async () => {
    await start({ uri: 'file:///home/sds/a.sds.yaml' });
    const links = await ask<DocumentLink[]>('documentLink');
    assert.deepEqual(links.map(({ range, target }) => [textOf(range), decodeURIComponent(target!)]), [
      ['6.11.C8', 'https://www.mhlw.go.jp/stf/shingi/0000516275_00002.html'], ['docs/規程.pdf', 'file:///home/sds/docs/規程.pdf'],
    ]);
    assert.equal(links[1]!.tooltip, 'ファイルを開く: docs/規程.pdf');
  });

  it('answers while the sheet cannot be read, and for a sheet that is not open', async () => {
    await start();
    await client.change(client.rangeOf('[2, 入退室]'), '[2, {]');
    assert.deepEqual((await ask<Location[]>('definition', '2, ')).map(({ range }) => textOf(range)), ['2']);
    await assert.rejects(ask('rename', '2, ', { newName: '3' }), { message: /読み取れない箇所/ });
    await client.close();
    for (const method of ['definition', 'documentHighlight', 'prepareRename']) assert.equal(await ask(method, '2, '), null);
    assert.deepEqual(await ask('documentLink'), []);
  });
});
