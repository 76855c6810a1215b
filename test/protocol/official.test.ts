import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Hover } from 'vscode-languageserver';
import type { ImportParams, ImportResult } from '../../server/src/lsp/protocol.ts';
import { HEAD } from '../support/cursor.ts';
import { Client } from './client.ts';

const SHEET = `${HEAD}回答:\n  11:\n    回答: はい\n    参照項番: 6.4.C2\n`;
const TEXT = '6.4. 物理的安全対策\nC. 最低限のガイドライン\n1. 架空の条文の一つめ。\n2. 架空の条文の\n二つめ。\f';

describe('The bundled language server and official text', () => {
  let client: Client;
  let folder: string;
  const uri = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const imported = (params: Partial<ImportParams>): Promise<ImportResult> => (
    client.connection.sendRequest<ImportResult>('sds/importGuideline', { uri: uri('').replace(/\/$/, ''), name: '架空.txt', text: TEXT, ...params }));
  const hovered = async (): Promise<string> => {
    const line = SHEET.split('\n').findIndex((one) => one.includes('6.4.C2'));
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', { textDocument: { uri: uri('a.sds.yaml') }, position: { line, character: 14 } });
    return (hover.contents as { value: string }).value;
  };

  beforeEach(async () => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sds-official-')));
    client = await Client.start({ uri: uri('a.sds.yaml') });
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    await rm(folder, { recursive: true });
  });

  it('imports it, and shows it once the client has written it', async () => {
    await client.open(SHEET);
    assert.doesNotMatch(await hovered(), /原文の条文/);
    const result = await imported({});
    assert.ok('file' in result);
    assert.match(result.report, /2項の条文が見つかりました（全1ページ）/);
    assert.equal(result.file.path, '.sds/guidelines/mhlw-5.2.official.yaml');
    if (result.file.ofUser !== undefined) assert.match(result.file.ofUser, /^file:\/\/.*sds-authoring\/guidelines\/mhlw-5\.2\.official\.yaml$/);
    await mkdir(path.join(folder, '.sds/guidelines'), { recursive: true });
    await writeFile(path.join(folder, result.file.path), result.file.text);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(result.file.path), type: 1 }] });
    assert.match(await hovered(), /\*\*原文の条文\*\*（PDF 1ページ）\n\n> 架空の条文の二つめ。\n\n[^]*要旨:/);
    assert.deepEqual(client.logged, []);
  });

  it('says why a text cannot be imported', async () => {
    const none = await imported({ text: 'はじめに' });
    assert.ok('problem' in none && /架空\.txt: 条文が1つも見つかりません/.test(none.problem));
    const other = await imported({ text: `医療情報システムの安全管理に関するガイドライン 第6.0版\f${TEXT}` });
    const large = await imported({ text: `${TEXT}${'\n'.repeat(50_000)}` });
    assert.ok('problem' in large && /架空\.txt: 大きすぎるため取り込めません（上限は1,048,576文字、50,000行です）。/.test(large.problem));
    assert.ok('problem' in other && /第6\.0版の文書です/.test(other.problem));
  });
});
