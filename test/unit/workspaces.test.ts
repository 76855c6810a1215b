import assert from 'node:assert/strict';
import { translator } from '../../server/src/l10n/translate.ts';
import type { Workspace } from '../../server/src/workspace/compose.ts';
import { upwards } from '../../server/src/workspace/files.ts';
import { MOST_FILES } from '../../server/src/workspace/folder.ts';
import { Workspaces } from '../../server/src/workspace/workspaces.ts';
import { shippedData } from '../support/catalogue.ts';
import { validators } from '../support/validators.ts';
import { FakeFiles, fixture, NOT_TEXT, replaced } from '../support/workspace.ts';

const ja = translator('ja');
const FORM = fixture('.sds/forms/model-2.yaml');
const GUIDELINE = fixture('.sds/guidelines/model-2.yaml');
const ids = ({ catalogue }: Workspace): string[] => catalogue.forms.map((form) => form.id);
const told = ({ files }: Workspace): string[] => files.flatMap(({ uri, problems }) => problems.map(({ message }) => `${decodeURIComponent(new URL(uri).pathname)}: ${ja(message)}`));

describe('Workspaces', () => {
  let files: FakeFiles;
  let workspaces: Workspaces;
  const open = (content: Record<string, string | Error>): void => {
    files = new FakeFiles(content);
    workspaces = new Workspaces({ data: shippedData(), validators: validators(), files });
  };
  const at = (path: string): Promise<Workspace> => workspaces.of(`file://${path}`);

  it('look upwards to the root', () => {
    assert.deepEqual(upwards('file:///a/b/'), ['file:///a/b/', 'file:///a/', 'file:///']);
    assert.deepEqual(upwards('file:///c:/a/'), ['file:///c:/a/', 'file:///c:/']);
    assert.deepEqual(upwards('vscode-vfs://github/a/b/'), ['vscode-vfs://github/a/b/', 'vscode-vfs://github/a/', 'vscode-vfs://github/']);
    assert.deepEqual(upwards('memfs:/a/'), ['memfs:/a/', 'memfs:/']);
  });

  it('have what ships where there is no folder, no file and no host with files', async () => {
    open({ '/other/.sds/forms/a.yaml': FORM });
    for (const uri of ['file:///w/a.sds.yaml', 'untitled:Untitled-1', 'vscode-vfs://github/a/b/.sds.yaml', 'file:', 'nonsense', undefined]) {
      assert.equal(await workspaces.of(uri), workspaces.bare, uri);
    }
    assert.deepEqual(ids(workspaces.bare), ['SDS-4.0']);
    assert.deepEqual(ids(await workspaces.of('vscode-vfs://github/other/deep/a.sds.yaml')), ['SDS-4.0', 'MODEL-2.0'], 'wherever the host has files');
    const none = new Workspaces({ data: shippedData(), validators: validators() });
    assert.equal(await none.of('file:///other/a.sds.yaml'), none.bare);
  });

  it('have the forms, guidelines and settings of the folder above', async () => {
    open({ '/w/.sds/forms/a.yaml': FORM, '/w/.sds/guidelines/架空 1.yml': GUIDELINE, '/w/.sds/config.yaml': 'profile: strict\n', '/w/.sds/forms/README.md': 'x' });
    const workspace = await at('/w/deep/er/a.sds.yaml');
    assert.deepEqual(ids(workspace), ['SDS-4.0', 'MODEL-2.0']);
    assert.deepEqual(workspace.settings, { profile: 'strict', rules: {} });
    assert.deepEqual(told(workspace), []);
    assert.equal(await at('/w/b.sds.yaml'), workspace, 'one for all sheets');
    assert.equal(await at('/w/'), workspace, 'also for the folder itself');
    assert.equal(files.reads, 3, 'each file read once');
  });

  it('have no more files of a kind than anyone keeps, and tell of the first that is left out', async () => {
    const many = (name: (at: number) => string, text: (at: number) => string, count: number): Record<string, string> => Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), text(at)]));
    const two = (at: number): string => String(at).padStart(2, '0');
    open({
      ...many((at) => `/w/.sds/forms/${two(at)}.yaml`, (at) => replaced(FORM, 'id: MODEL-2.0', `id: MODEL-2.${two(at)}`), MOST_FILES + 3),
      ...many((at) => `/w/.sds/guidelines/${two(at)}.yaml`, (at) => (at === 0 ? GUIDELINE : replaced(GUIDELINE, 'id: model-guideline-2', `id: model-guideline-2-${two(at)}`)), MOST_FILES),
    });
    let pauses = 0;
    workspaces = new Workspaces({ data: shippedData(), validators: validators(), files, pause: () => Promise.resolve(void pauses++) });
    const workspace = await at('/w/a.sds.yaml');
    assert.deepEqual(told(workspace), ['/w/.sds/forms/20.yaml: このファイルから後は読み取りません（一つのフォルダーで読み取るのは、種類ごとに20ファイルまで）。']);
    assert.deepEqual([ids(workspace).length, workspace.catalogue.guidelines.length], [1 + MOST_FILES, 1 + MOST_FILES]);
    assert.deepEqual([files.reads, pauses], [2 * MOST_FILES, 2 * MOST_FILES]);
  });

  it('lay nearer folders over those further up', async () => {
    const renamed = replaced(FORM, 'title: 架空の様式：', 'title: 手元の様式：');
    open({
      '/w/.sds/forms/a.yaml': FORM, '/w/.sds/guidelines/a.yaml': GUIDELINE, '/w/.sds/config.yaml': 'profile: strict\n',
      '/w/in/.sds/forms/z.yaml': renamed, '/w/in/.sds/forms/b.yaml': replaced(FORM, 'id: MODEL-2.0', 'id: MODEL-3.0'),
      '/w/in/side/.sds/config.yaml': 'rules: { spelling: off }\n',
    });
    const near = await at('/w/in/side/a.sds.yaml');
    assert.deepEqual(ids(near), ['SDS-4.0', 'MODEL-2.0', 'MODEL-3.0']);
    assert.match(near.catalogue.form('MODEL-2.0')!.data.title, /^手元の様式/);
    assert.deepEqual(near.settings, { rules: { spelling: 'off' } }, 'only the nearest config.yaml');
    assert.deepEqual((await at('/w/in/a.sds.yaml')).settings, { profile: 'strict', rules: {} });
    assert.deepEqual(ids(await at('/w/a.sds.yaml')), ['SDS-4.0', 'MODEL-2.0']);
    assert.deepEqual(told(near), []);
  });

  it('let a form replace the one that ships, and say so', async () => {
    open({ '/w/.sds/forms/a.yaml': replaced(FORM, 'id: MODEL-2.0', 'id: SDS-4.0'), '/w/.sds/guidelines/a.yaml': GUIDELINE });
    const workspace = await at('/w/a.sds.yaml');
    assert.match(workspace.catalogue.form('SDS-4.0')!.data.title, /架空/);
    assert.deepEqual(told(workspace), ['/w/.sds/forms/a.yaml: 同梱の様式「SDS-4.0」の代わりに、このファイルの内容が使われます。']);
    assert.deepEqual(workspace.files.flatMap(({ problems }) => problems.map(({ info }) => info)), [true], 'nothing is wrong with that');
  });

  it('tell what is wrong with one file, and with several together', async () => {
    open({
      '/w/.sds/forms/a.yaml': FORM, '/w/.sds/forms/b.yaml': FORM, '/w/.sds/forms/c.yaml': replaced(FORM, 'kind: gate', 'kind: x'),
      '/w/.sds/forms/d.yaml': NOT_TEXT, '/w/.sds/forms/e.yaml': Object.assign(new Error(), { code: 'EACCES' }), '/w/.sds/config.yaml': 'rules: { spellling: off }',
    });
    const workspace = await at('/w/a.sds.yaml');
    assert.deepEqual(told(workspace), [
      '/w/.sds/config.yaml: 診断「spellling」はありません。「spelling」のことですか？',
      '/w/.sds/forms/a.yaml: ガイドライン「model-guideline-2」のデータがありません。項番は検査されません（あるもの: mhlw-5.2）。',
      '/w/.sds/forms/b.yaml: 「MODEL-2.0」が2度使われています。別の名前にするか、どちらかを取り除いてください。',
      '/w/.sds/forms/c.yaml: 「kind」に「x」は書けません。書けるもの: gate, answer, heading',
      '/w/.sds/forms/d.yaml: UTF-8 ではないため読み取れません。UTF-8 で保存してください。',
      '/w/.sds/forms/e.yaml: 読み取れません（EACCES）。',
    ]);
    assert.deepEqual(ids(workspace), ['SDS-4.0', 'MODEL-2.0'], 'what is in order is used');
  });

  it('tell of references that are not written as the guideline says, and use the form', async () => {
    open({ '/w/.sds/forms/a.yaml': replaced(FORM, 'refs: [企画管理編 7⑥]', 'refs: [企画管理編7⑥]'), '/w/.sds/guidelines/a.yaml': GUIDELINE });
    const workspace = await at('/w/a.sds.yaml');
    assert.deepEqual(told(workspace), ['/w/.sds/forms/a.yaml: 「企画管理編7⑥」はガイドラインの文法どおりの項番ではありません（正しい書き方: 企画管理編 7⑥）。']);
    assert.deepEqual(ids(workspace), ['SDS-4.0', 'MODEL-2.0']);
  });

  it('read again only what changed, and stay the same where nothing did', async () => {
    open({ '/w/.sds/forms/a.yaml': FORM, '/w/.sds/guidelines/a.yaml': GUIDELINE });
    const before = await at('/w/a.sds.yaml');
    workspaces.reload();
    assert.equal(await at('/w/a.sds.yaml'), before);
    files.content.set('/w/.sds/forms/a.yaml', replaced(FORM, 'id: MODEL-2.0', 'id: MODEL-2.1'));
    assert.equal(await at('/w/a.sds.yaml'), before, 'not before it is told to look');
    workspaces.reload();
    assert.deepEqual(ids(await at('/w/a.sds.yaml')), ['SDS-4.0', 'MODEL-2.1']);
    files.content.delete('/w/.sds/forms/a.yaml');
    files.content.delete('/w/.sds/guidelines/a.yaml');
    workspaces.reload();
    assert.equal(await at('/w/a.sds.yaml'), workspaces.bare);
  });

  it('keep a form as it was until its file is in order again', async () => {
    open({ '/w/.sds/forms/a.yaml': FORM, '/w/.sds/guidelines/a.yaml': GUIDELINE });
    const before = await at('/w/a.sds.yaml');
    for (const broken of ['id: MODEL-2.0\n', 'id: [', NOT_TEXT, 'x']) {
      files.content.set('/w/.sds/forms/a.yaml', broken);
      workspaces.reload();
      const now = await at('/w/a.sds.yaml');
      assert.ok(told(now).length > 0);
      assert.equal(now.catalogue.form('MODEL-2.0')!.data, before.catalogue.form('MODEL-2.0')!.data);
    }
    files.content.set('/w/.sds/forms/a.yaml', FORM);
    workspaces.reload();
    assert.deepEqual(told(await at('/w/a.sds.yaml')), []);
    files.content.delete('/w/.sds/forms/a.yaml');
    workspaces.reload();
    assert.deepEqual(ids(await at('/w/a.sds.yaml')), ['SDS-4.0'], 'a file that is gone is gone');
  });
});
