import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fixture, replaced } from '../support/workspace.ts';
import { Client, waitFor, type ClientOptions } from './client.ts';

const SHEET = fixture('example.sds.yaml');
const CONFIG = '.sds/config.yaml';
const FORM = '.sds/forms/model-2.yaml';
const GUIDELINE = '.sds/guidelines/model-2.yaml';

/** A sheet with one finding each of `unused-remark` (warning), `spelling` (info) and `unconfirmed-answer` (info, strict error). */
const SHIPPED_FORM = `様式: SDS-4.0
作成日: 2023-10-04
サービス事業者: 架空
サービス名称: 架空
バージョン: 1
回答:
  ７５: 非該当
  3: { 回答: はい, 要確認: 未 }
備考記載欄:
  1: 誰も引用していない
`;

describe('The bundled language server in a workspace', () => {
  let client: Client;
  let folder: string;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  };
  const start = async (options: ClientOptions = {}): Promise<void> => void (client = await Client.start({ uri: uriOf('deep/er/a.sds.yaml'), ...options }));
  const changed = (...names: string[]): Promise<void> => client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: names.map((name) => ({ uri: uriOf(name), type: 2 })) });
  const severities = async (): Promise<Record<string, number>> => Object.fromEntries((await client.diagnostics()).map(({ code, severity }) => [String(code), severity!]));
  const secondEdition = async (): Promise<void> => {
    for (const name of [CONFIG, FORM, GUIDELINE] as const) await write(name, fixture(name));
  };

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'sds-workspace-')));
  });

  afterEach(async () => {
    assert.equal(await client.stop(), 0);
    await rm(folder, { recursive: true });
  });

  describe('takes its settings', () => {
    const OFF = { rules: { 'unused-remark': 'off', spelling: 'error' }, profile: 'strict' };
    const EXPECTED = { 'unconfirmed-answer': 1, 'unused-remark': undefined, spelling: 1 };
    const check = async (): Promise<void> => {
      await client.open(SHIPPED_FORM);
      const found = await severities();
      assert.deepEqual({ 'unconfirmed-answer': found['unconfirmed-answer'], 'unused-remark': found['unused-remark'], spelling: found['spelling'] }, EXPECTED);
      assert.deepEqual(client.logged, []);
    };

    it('by workspace/configuration', async () => {
      await start({ settings: () => OFF });
      await check();
    });

    it('from the initialization options, in the section or by themselves', async () => {
      await start({ initializationOptions: { sds: OFF } });
      await check();
      await client.stop();
      await start({ initializationOptions: OFF });
      await check();
    });

    it('from the initialization options where the client is asked and has none', async () => {
      await start({ settings: () => null, initializationOptions: { sds: OFF } });
      await check();
    });

    it('by the notification that a client sends which cannot be asked', async () => {
      await start({ pull: false });
      await client.open(SHIPPED_FORM);
      await client.pushedFor(1);
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { sds: OFF } });
      const found = await client.pushedTo(client.uri, (all) => all.every(({ code }) => code !== 'unused-remark'));
      assert.equal(found.find(({ code }) => code === 'spelling')!.severity, 1);
    });

    it('again when they change', async () => {
      let settings: object = { profile: 'default', rules: {} };
      await start({ settings: () => settings, watches: true });
      await client.open(SHIPPED_FORM);
      assert.equal((await severities())['unused-remark'], 2);
      assert.ok(client.registered.some(({ method }) => method === 'workspace/didChangeConfiguration'));
      settings = OFF;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await waitFor(() => client.refreshed || undefined, 'Diagnostics were not said to be stale.');
      assert.equal((await severities())['unused-remark'], undefined);
    });

    it('and says which of them it does not know, while the rest applies', async () => {
      await start({ settings: () => ({ profile: 'loose', rules: { spelling: 'off', speling: 'off' } }) });
      await client.open(SHIPPED_FORM);
      assert.equal((await severities())['spelling'], undefined);
      assert.deepEqual(client.logged, ['設定 sds: profile に「loose」は指定できません。指定できる値: default, strict', '設定 sds: 診断「speling」はありません。「spelling」のことですか？']);
    });

    it('without waiting forever for a client that does not answer', async () => {
      let answer: (value: unknown) => void = () => {};
      await start({ settings: () => new Promise((resolve) => answer = resolve), watches: true });
      await client.open(SHIPPED_FORM);
      assert.equal((await severities())['unused-remark'], 2);
      answer(OFF);
      await waitFor(() => client.refreshed || undefined, 'Diagnostics were not said to be stale.');
      assert.equal((await severities())['unused-remark'], undefined);
    });

    it('from .sds/config.yaml, which overrules the editor', async () => {
      await write(CONFIG, 'profile: default\nrules: { spelling: warning }\n');
      await start({ settings: () => ({ profile: 'strict', rules: { spelling: 'off', 'unused-remark': 'off' } }) });
      await client.open(SHIPPED_FORM);
      const found = await severities();
      assert.deepEqual([found['unconfirmed-answer'], found['spelling'], found['unused-remark']], [3, 2, undefined]);
    });
  });

  describe('watches the folder .sds', () => {
    it('asks to be told of it', async () => {
      await start({ watches: true });
      await client.open(SHEET);
      await client.diagnostics();
      const { registerOptions } = client.registered.find(({ method }) => method === 'workspace/didChangeWatchedFiles')!;
      assert.deepEqual(registerOptions, {
        watchers: [{ globPattern: '**/.sds' }, { globPattern: '**/.sds/**' }, { globPattern: '**/*.sds.{yaml,yml}' }, { globPattern: '**/*', kind: 1 | 4 }],
      });
    });

    it('and reads it again when it changes, for clients that pull', async () => {
      await start({ watches: true });
      await client.open(SHEET);
      assert.equal((await severities())['unknown-form'], 1);
      await secondEdition();
      await changed(FORM, GUIDELINE, CONFIG);
      await waitFor(() => client.refreshed || undefined, 'Diagnostics were not said to be stale.');
      assert.deepEqual(await severities(), {});
      await rm(path.join(folder, '.sds'), { recursive: true });
      await changed('.sds');
      await waitFor(() => client.refreshed > 1 || undefined, 'Diagnostics were not said to be stale.');
      assert.equal((await severities())['unknown-form'], 1);
    });

    it('and for clients that are pushed to', async () => {
      await start({ pull: false, watches: true });
      await client.open(SHEET);
      await client.pushedTo(client.uri, (all) => all.some(({ code }) => code === 'unknown-form'));
      await secondEdition();
      await changed(FORM);
      await client.pushedTo(client.uri, (all) => all.length === 0);
    });

    it('and sees what is new with the next sheet, where the client tells nothing', async () => {
      await start();
      await client.open(SHEET);
      assert.equal((await severities())['unknown-form'], 1);
      await secondEdition();
      await client.close();
      await client.open(SHEET);
      assert.deepEqual(await severities(), {});
    });

    it('tells a client that shows a preview to fetch it again', async () => {
      await secondEdition();
      await start({ watches: true });
      let told = 0;
      client.connection.onNotification('sds/previewChanged', () => void told++);
      const html = async (): Promise<string> => (await client.connection.sendRequest<{ html: string }>('sds/preview', { uri: client.uri })).html;
      await client.open(SHEET);
      assert.match(await html(), /再委託先に同じ条件を課しているか？/);
      await write(FORM, replaced(fixture(FORM), '再委託先に同じ条件を課しているか？', '再委託先にも課しているか？'));
      await changed(FORM);
      await waitFor(() => told || undefined, 'The preview was not said to be stale.');
      assert.match(await html(), /再委託先にも課しているか？/);
    });

    it('keeps the last good form while its file is broken, and says on the file what is wrong', async () => {
      await secondEdition();
      await start({ watches: true });
      await client.open(SHEET);
      assert.deepEqual(await severities(), {});
      await write(FORM, replaced(fixture(FORM), 'kind: gate', 'kind: gat'));
      await changed(FORM);
      const [problem] = await client.pushedTo(uriOf(FORM));
      const line = fixture(FORM).split('\n').findIndex((one) => one.includes('kind: gate'));
      assert.deepEqual({ ...problem, range: problem!.range.start.line }, { range: line, severity: 1, source: 'sds', message: '「kind」に「gat」は書けません。書けるもの: gate, answer, heading' });
      assert.deepEqual(await severities(), {});
      await write(FORM, fixture(FORM));
      await changed(FORM);
      assert.deepEqual(await client.pushedTo(uriOf(FORM), (all) => all.length === 0), []);
    });

    it('says on a file that it takes the place of what ships', async () => {
      await write(FORM, replaced(fixture(FORM), 'id: MODEL-2.0', 'id: SDS-4.0'));
      await write(GUIDELINE, fixture(GUIDELINE));
      await start();
      await client.open(SHIPPED_FORM);
      await client.diagnostics();
      const line = fixture(FORM).split('\n').findIndex((one) => one.startsWith('id:'));
      const range = { start: { line, character: 4 }, end: { line, character: 11 } };
      assert.deepEqual(await client.pushedTo(uriOf(FORM)), [{ range, severity: 3, source: 'sds', message: '同梱の様式「SDS-4.0」の代わりに、このファイルの内容が使われます。' }]);
    });

    it('leaves what ships alone where a file is broken from the start', async () => {
      await write(FORM, 'id: [\n');
      await write(CONFIG, 'rules: { speling: off }\n');
      await start();
      await client.open(SHIPPED_FORM);
      assert.equal((await severities())['unused-remark'], 2);
      assert.equal((await client.pushedTo(uriOf(FORM))).length > 0, true);
      assert.deepEqual((await client.pushedTo(uriOf(CONFIG))).map(({ message }) => message), ['診断「speling」はありません。「spelling」のことですか？']);
    });

    it('belongs to a new sheet in the folder that is open, and to another state of a file', async () => {
      await secondEdition();
      const at = async (uri: string): Promise<number> => {
        await start({ uri, workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'w' }] });
        await client.open(SHEET);
        return (await client.diagnostics()).length;
      };
      assert.equal(await at('untitled:Untitled-1'), 0);
      await client.stop();
      assert.equal(await at(`git:${new URL(uriOf('a.sds.yaml')).pathname}?%7B%22ref%22%3A%22~%22%7D`), 0);
      await client.stop();
      assert.equal(await at('vscode-vfs://github/x/y/a.sds.yaml'), 1, 'a virtual workspace has none');
    });
  });

  // Nothing of this edition is like the one that ships: if the program knew a question, a word or a reference, it would show here.
  describe('with another edition of the form', () => {
    const labels = async (needle: string, trigger?: string): Promise<string[]> => {
      const { items } = await client.completion(client.find(needle, true), trigger);
      return items.toSorted((a, b) => (a.sortText! < b.sortText! ? -1 : 1)).map((item) => item.label);
    };
    const hovered = async (needle: string): Promise<string> => ((await client.hover(client.find(needle, true)))!.contents as { value: string }).value;

    beforeEach(secondEdition);

    it('finds nothing in its example', async () => {
      await start();
      await client.open(SHEET);
      assert.deepEqual(await client.diagnostics(), []);
    });

    it('completes its form, header, questions, options and words', async () => {
      await start();
      await client.open('様式: \n');
      assert.deepEqual(await labels('様式: '), ['SDS-4.0', 'MODEL-2.0']);
      await client.open('様式: MODEL-2.0\n\n');
      await client.open(replaced(SHEET, '製品名: 架空の記録サービス\n', '製\n'));
      assert.ok((await labels('製')).includes('製品名'));
      await client.open(replaced(SHEET, '  B2: 適合\n', '  B\n'));
      assert.deepEqual((await labels('ほか: 不適合\n  B')).filter((label) => /^B\d/.test(label)), ['B2', 'B3', 'B1'], 'what is answered last');
      await client.open(replaced(SHEET, 'B2: 適合', 'B2: '));
      assert.deepEqual(await labels('B2: '), ['適合', '不適合', '該当せず']);
      await client.open(replaced(SHEET, 'A1: 有', 'A1: '));
      assert.deepEqual(await labels('A1: '), ['有', '無']);
      await client.open(replaced(SHEET, '    ほか: 不適合\n', '    ほ\n'));
      assert.equal((await labels('    ほ'))[0], 'ほか');
    });

    it('completes its references, in lists and in text', async () => {
      await start();
      for (const typed of ['企', '企画管理編', '企画管理編 7', '企画管理編7', '企画管理編　７', '企画管理編 7⑥', '7', '⑥']) {
        await client.open(replaced(SHEET, '[企画管理編 7⑥]', `[${typed}`));
        const { items } = await client.completion(client.find(`[${typed}`, true));
        const item = items.find(({ label }) => label === '企画管理編 7⑥');
        assert.ok(item, typed);
        const { range } = item.textEdit as { range: { start: object; end: object } };
        assert.deepEqual(range, { start: client.find(`[${typed}`, false) && { ...client.find(`[${typed}`), character: client.find(`[${typed}`).character + 1 }, end: client.find(`[${typed}`, true) }, typed);
      }
      await client.open(replaced(SHEET, '企画管理編 7⑥のとおり', '委託管理（企画管理編 7）のとおり'));
      const { items } = await client.completion(client.find('委託管理（企画管理編 7', true), '7');
      const item = items.find(({ label }) => label === '企画管理編 7⑥')!;
      const { range } = item.textEdit as { range: { start: { character: number }; end: { character: number } } };
      assert.deepEqual([range.start.character, range.end.character], [client.find('企画管理編 7）').character, client.find('委託管理（企画管理編 7', true).character]);
      assert.ok(!items.some(({ label }) => label === '企画管理編 7'), 'a chapter is no reference in text');
    });

    it('tells of its questions, words and references', async () => {
      await start();
      await client.open(SHEET);
      assert.match(await hovered('\n  A2'), /再委託先に同じ条件を課しているか？/);
      assert.match(await hovered('  A2:\n    回答: 適'), /適合している/);
      assert.match(await hovered('企画管理編 7⑥'), /再委託するときは同じ条件を課す/);
      assert.match(await hovered('には、企画管理'), /再委託するときは同じ条件を課す/);
      assert.match(await hovered('には、企画管理編 7⑥'), /遵守事項/);
    });

    it('judges by its words, conditions and constraints', async () => {
      await start();
      const found = async (...changes: [string, string][]): Promise<string[]> => {
        await client.open(changes.reduce((text, [from, to]) => replaced(text, from, to), SHEET));
        return (await client.diagnostics()).map(({ code, message }) => `${code}: ${message as string}`);
      };
      const [gate, premise, ...others] = await found(['A1: 有', 'A1: 無']);
      assert.match(gate!, /^inconsistent-answer: A1\.1 は、A1 が「無」のため.*「適合」.*「該当せず」/);
      assert.match(premise!, /^premise-mismatch: A2「適合」.*A1.*情報を預かるかどうか/);
      assert.deepEqual(others, []);
      assert.match((await found(['  B2: 適合', '  B2: 不適合'])).join('\n'), /^missing-answer: .*B3.*\nunexplained-answer: B2 .*「不適合」/s);
      assert.match((await found(['証明書: 適合', '証明書: 不適合']))[0]!, /^too-few-selected: .*利用者を確かめる方法/);
      assert.match((await found(['ほか: 不適合', 'ほか: 適合']))[0]!, /^missing-remark: B1\/ほか .*「適合」/);
      assert.match((await found(['B2: 適合', 'B2: はい']))[0]!, /^invalid-answer: B2 .*「はい」.*「適合」「不適合」「該当せず」/);
      assert.match((await found(['[企画管理編 7⑥]', '[企画管理編 7⑦]']))[0]!, /^unknown-reference: .*「企画管理編 7⑦」/);
      assert.match((await found(['[企画管理編 7⑥]', '企画管理編 7⑥、企画管理編 7⑤']))[0]!, /^full-width-punctuation: /);
      assert.match((await found(['[企画管理編 7⑥]', '[企画管理編７⑥]']))[0]!, /^spelling: .*「企画管理編７⑥」.*「企画管理編 7⑥」/);
      assert.match((await found(['企画管理編 7⑥のとおり', '架空の医療情報取扱指針第1.0版のとおり']))[0]!, /^stale-edition: .*1\.0/);
      assert.match((await found(['記入日: 2023-06-01', '記入日: 2023-06-31']))[0]!, /^invalid-date: .*「記入日」/);
      assert.match((await found(['提供者: 架空株式会社\n', '']))[0]!, /^missing-field: .*「提供者」/);
      assert.match((await found(['  A2.1: 適合\n', '  A2.2: 適合\n']))[1]!, /^unknown-question: .*「A2\.2」/);
    });

    it('reads it as meant', async () => {
      await start();
      await client.open(replaced(replaced(SHEET, 'A1.1: 適合', 'Ａ１．１：適合'), 'A2.1: 適合', 'A2. 1：適合'));
      const [action] = await client.codeActions(client.rangeOf('様式'), ['source.fixAll']);
      assert.equal(client.apply(action!), SHEET);
    });
  });

});
