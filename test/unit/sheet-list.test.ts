import assert from 'node:assert/strict';
import type { Message } from '../../server/src/l10n/translate.ts';
import { SheetList, type FileChange } from '../../server/src/workspace/sheet-list.ts';
import { below, uriKey } from '../../server/src/workspace/uris.ts';
import { isPassedOver, isSheetName, sheetsBelow, type Limits } from '../../server/src/workspace/walk.ts';
import type { Entry } from '../../server/src/workspace/files.ts';
import { FakeFiles } from '../support/workspace.ts';

describe('The sheets below a folder', () => {
  /** What a folder holds, by its path; a name with `/` at its end is a folder, with `@` a link. */
  const listing = (folders: Record<string, string[]>) => async (inner: string): Promise<Entry[] | undefined> =>
    folders[inner]?.map((name) => ({ name: name.replace(/[/@]$/, ''), folder: name.endsWith('/') }));

  it('are found by their names, the near before the deep', async () => {
    const list = listing({ '': ['deep/', 'b.sds.yaml', 'a.sds.yml', 'notes.yaml', 'x.sds.yaml.bak'], deep: ['製品 1.sds.yaml', 'er/'], 'deep/er': ['c.sds.yaml'] });
    assert.deepEqual(await sheetsBelow(list), { sheets: ['b.sds.yaml', 'a.sds.yml', 'deep/製品 1.sds.yaml', 'deep/er/c.sds.yaml'], closed: [] });
  });

  it('are not looked for behind a dot and among what was installed', async () => {
    const list = listing({ '': ['.git/', '.sds/', 'node_modules/', '.sds.yaml', 'a.sds.yaml'], '.git': ['x.sds.yaml'], node_modules: ['y.sds.yaml'] });
    assert.deepEqual((await sheetsBelow(list)).sheets, ['a.sds.yaml']);
    assert.deepEqual(['.git', 'node_modules', 'modules', 'v1.1'].map(isPassedOver), [true, true, false, false]);
    assert.deepEqual(['a.sds.yaml', 'a.sds.yml', 'a.yaml', 'sds.yaml', 'a.sds.yaml~'].map(isSheetName), [true, true, false, false, false]);
  });

  it('are found once where folders are linked in a circle: links are not followed', async () => {
    const list = listing({ '': ['a.sds.yaml', 'self@', 'in/'], self: ['a.sds.yaml', 'self@'], in: ['up@', 'linked.sds.yaml@'] });
    assert.deepEqual((await sheetsBelow(list)).sheets, ['a.sds.yaml', 'in/linked.sds.yaml']);
  });

  it('leave out folders that cannot be read, and say so', async () => {
    assert.deepEqual(await sheetsBelow(listing({ '': ['shut/', 'a.sds.yaml'] })), { sheets: ['a.sds.yaml'], closed: ['shut'] });
    assert.deepEqual(await sheetsBelow(listing({})), { sheets: [], closed: [''] });
  });

  it('end where there are too many, or too many folders', async () => {
    const list = listing({ '': ['a.sds.yaml', 'b.sds.yaml', 'in/'], in: ['c.sds.yaml', 'er/'], 'in/er': ['d.sds.yaml'] });
    const found = async (limits: Limits): Promise<[number, string | undefined]> => {
      const { sheets, cut } = await sheetsBelow(list, limits);
      return [sheets.length, cut];
    };
    assert.deepEqual(await found({ sheets: 4, folders: 3 }), [4, undefined]);
    assert.deepEqual(await found({ sheets: 3, folders: 3 }), [3, 'sheets']);
    assert.deepEqual(await found({ sheets: 1, folders: 3 }), [1, 'sheets']);
    assert.deepEqual(await found({ sheets: 4, folders: 2 }), [3, 'folders']);
  });
});

describe('Addresses of files', () => {
  it('are the same however they are written', () => {
    assert.equal(uriKey('file:///c%3A/%E5%90%8D%20%281%29/a.sds.yaml'), uriKey('file:///C:/名%20(1)/a.sds.yaml'));
    assert.notEqual(uriKey('file:///a/B.sds.yaml'), uriKey('file:///a/b.sds.yaml'));
    assert.equal(uriKey('file:///100%'), 'file:///100%', 'what cannot be decoded stays as it is');
  });

  it('are made of names', () => {
    assert.equal(below('file:///w/', 'in 1/名#?.sds.yaml'), 'file:///w/in%201/%E5%90%8D%23%3F.sds.yaml');
    assert.equal(below('file:///w/', 'lone \ud800'), undefined);
  });
});

describe('The list of sheets', () => {
  let files: FakeFiles;
  let told: Message[];
  const listOf = (content: Record<string, string>, folders: string[], limits?: Limits): SheetList => {
    files = new FakeFiles(content);
    told = [];
    const list = new SheetList(files, { tell: (message) => told.push(message), pause: async () => {}, ...(limits ? { limits } : {}) });
    list.open(folders);
    return list;
  };
  const names = async (list: SheetList): Promise<string[]> => (await list.all()).map((uri) => decodeURIComponent(new URL(uri).pathname));
  const change = (path: string, kind: FileChange['kind']): FileChange => ({ uri: `file://${path}`, kind });

  it('has those of all folders, each once', async () => {
    const list = listOf({ '/w/a.sds.yaml': '', '/w/in/b.sds.yaml': '', '/v/c.sds.yml': '', '/x/d.sds.yaml': '' }, ['file:///w/', 'file:///w/in/', 'file:///v/', 'vscode-vfs://x/y/']);
    assert.deepEqual(await names(list), ['/w/a.sds.yaml', '/w/in/b.sds.yaml', '/v/c.sds.yml']);
    assert.ok(list.has('file:///w/in/b.sds.yaml'));
    assert.equal(list.folderOf('file:///w/in/b.sds.yaml'), 'file:///w/in/', 'the innermost');
    assert.equal(list.folderOf('file:///x/d.sds.yaml'), undefined);
  });

  it('has none without files or folders', async () => {
    assert.deepEqual(await listOf({ '/w/a.sds.yaml': '' }, []).all(), []);
    const none = new SheetList(undefined, { tell: () => {}, pause: async () => {} });
    none.open(['file:///w/']);
    assert.deepEqual(await none.all(), []);
  });

  it('follows what is told of files', async () => {
    const list = listOf({ '/w/a.sds.yaml': '' }, ['file:///w/']);
    assert.deepEqual(await list.changed([change('/w/a.sds.yaml', 'gone')]), [], 'nobody has asked for it yet');
    assert.deepEqual(await names(list), ['/w/a.sds.yaml']);
    files.content.set('/w/b c.sds.yaml', '');
    assert.deepEqual(await list.changed([change('/w/b%20c.sds.yaml', 'created'), change('/w/a.sds.yaml', 'changed')]), ['file:///w/b%20c.sds.yaml', 'file:///w/a.sds.yaml']);
    assert.deepEqual(await names(list), ['/w/a.sds.yaml', '/w/b c.sds.yaml']);
    assert.deepEqual(await list.changed([change('/w/a.sds.yaml', 'gone')]), ['file:///w/a.sds.yaml']);
    assert.deepEqual(await names(list), ['/w/b c.sds.yaml']);
    files.content.set('/w/late.sds.yaml', '');
    assert.equal((await list.changed([change('/w/late.sds.yaml', 'changed')])).length, 1, 'also when its creation was missed');
  });

  it('follows what is told of folders', async () => {
    const list = listOf({ '/w/a.sds.yaml': '', '/w/v1.1/b.sds.yaml': '', '/w/v1.1/in/c.sds.yaml': '' }, ['file:///w/']);
    await list.all();
    assert.equal((await list.changed([change('/w/v1.1', 'gone')])).length, 2);
    assert.deepEqual(await names(list), ['/w/a.sds.yaml']);
    files.content.set('/w/v2/d.sds.yaml', '');
    files.content.set('/w/v2/.git/e.sds.yaml', '');
    assert.deepEqual(await list.changed([change('/w/v2', 'created')]), ['file:///w/v2/d.sds.yaml']);
    assert.deepEqual(await names(list), ['/w/a.sds.yaml', '/w/v2/d.sds.yaml']);
  });

  it('leaves alone what it does not look at', async () => {
    const list = listOf({ '/w/a.sds.yaml': '', '/w/node_modules/x.sds.yaml': '', '/w/.sds/b.sds.yaml': '', '/w/notes.txt': '', '/v/c.sds.yaml': '' }, ['file:///w/']);
    await list.all();
    const others = ['/w/node_modules/x.sds.yaml', '/w/.sds/b.sds.yaml', '/w/notes.txt', '/v/c.sds.yaml', '/w/absent'];
    assert.deepEqual(await list.changed(others.flatMap((path) => [change(path, 'created'), change(path, 'changed'), change(path, 'gone')])), []);
    assert.deepEqual(await names(list), ['/w/a.sds.yaml']);
  });

  it('looks again when it is told to, and has what it had meanwhile', async () => {
    const list = listOf({ '/w/a.sds.yaml': '' }, ['file:///w/']);
    await list.all();
    files.content.set('/w/b.sds.yaml', '');
    assert.deepEqual(await names(list), ['/w/a.sds.yaml']);
    list.forget();
    const looking = list.all();
    assert.ok(list.has('file:///w/a.sds.yaml'));
    assert.equal((await looking).length, 2);
  });

  it('says once that there are too many', async () => {
    const list = listOf({ '/w/a.sds.yaml': '', '/w/b.sds.yaml': '', '/w/c.sds.yaml': '' }, ['file:///w/'], { sheets: 2, folders: 9 });
    assert.deepEqual(await names(list), ['/w/a.sds.yaml', '/w/b.sds.yaml']);
    files.content.set('/w/d.sds.yaml', '');
    assert.deepEqual(await list.changed([change('/w/d.sds.yaml', 'created')]), []);
    assert.deepEqual(told, [{ key: 'workspace.too-many-sheets', args: { limit: 2, folder: '/w/' } }]);
    await list.changed([change('/w/a.sds.yaml', 'gone'), change('/w/d.sds.yaml', 'created')]);
    assert.deepEqual(await names(list), ['/w/b.sds.yaml', '/w/d.sds.yaml'], 'there is room again');
  });
});
