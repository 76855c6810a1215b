import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { nodeFiles, withNodeFiles } from '../../server/src/lsp/files.node.ts';
import { clientFiles } from '../../server/src/lsp/client-files.ts';
import { ClientSettings } from '../../server/src/lsp/settings.ts';
import { SurroundingsOf } from '../../server/src/lsp/surroundings.ts';
import { NotText } from '../../server/src/workspace/files.ts';
import { Workspaces } from '../../server/src/workspace/workspaces.ts';
import { shippedData } from '../support/catalogue.ts';
import { validators } from '../support/validators.ts';
import { FakeFiles } from '../support/workspace.ts';

describe('The folder that a document belongs to', () => {
  const profileOf = async (uri: string, folders: string[]): Promise<string | undefined> => {
    const files = new FakeFiles({ '/w/.sds/config.yaml': 'profile: strict\n' });
    const surroundings = new SurroundingsOf(
      new Workspaces({ data: shippedData(), validators: validators(), files }), new ClientSettings({} as Connection, () => {}), () => {});
    surroundings.folders = folders;
    return (await surroundings.of(uri)).workspace.settings.profile;
  };

  it('is its own for a file, and for what is in an open folder of whatever scheme', async () => {
    assert.equal(await profileOf('file:///w/a.sds.yaml', []), 'strict');
    assert.equal(await profileOf('vscode-vfs://github/w/a.sds.yaml', ['vscode-vfs://github/w/']), 'strict');
    assert.equal(await profileOf('memfs:/w/in/a.sds.yaml', ['memfs:/w/']), 'strict');
  });

  it('is the first that is open for a new sheet', async () => {
    assert.equal(await profileOf('untitled:Untitled-1', ['vscode-vfs://github/w/', 'file:///x/']), 'strict');
    assert.equal(await profileOf('untitled:Untitled-1', []), undefined);
  });

  it('is that of the file for another state of it', async () => {
    for (const uri of ['git:/w/a.sds.yaml?%7B%22ref%22:%22~%22%7D', 'untitled:/w/b.sds.yaml']) {
      for (const folder of ['file:///w/', 'vscode-vfs://github/w/', 'memfs:/w/']) assert.equal(await profileOf(uri, [folder]), 'strict', `${uri} ${folder}`);
    }
    assert.equal(await profileOf('vscode-vfs://github+7b22/w/a.sds.yaml', ['vscode-vfs://github/w/']), 'strict');
    assert.equal(await profileOf('vscode-vfs://github/w/a.sds.yaml', ['file:///w/']), undefined, 'a file of somebody else with the same path');
    assert.equal(await profileOf('git:/x/a.sds.yaml', ['file:///w/']), undefined);
  });
});

describe('The files of a server', () => {
  const WAYS = ['read', 'list', 'entries', 'stamp'] as const;

  it('with Node.js are those of the computer', async () => {
    assert.ok((await nodeFiles.list(new URL('.', import.meta.url).href))!.includes('surroundings.test.ts'));
    for (const find of WAYS) assert.equal(await nodeFiles[find]('vscode-vfs://github/w/a'), undefined);
  });

  it('with Node.js are those that the client has where they are not the computer’s', async () => {
    const others = { read: async () => '様式', list: async () => ['a'], entries: async () => [{ name: 'a', folder: false }], stamp: async () => ({ size: 6, written: 1 }) };
    const files = withNodeFiles(others);
    for (const find of WAYS) {
      assert.deepEqual(await files[find]('vscode-vfs://github/w/a'), await others[find]());
      assert.equal(await files[find]('file:///nowhere/a'), undefined);
    }
    assert.ok((await files.list(new URL('.', import.meta.url).href))!.includes('surroundings.test.ts'));
  });

  it('in a browser are those that the client has', async () => {
    const answers: Record<string, unknown> = {
      'sds/readFile': { text: '様式' }, 'sds/listFolder': [{ name: 'a', folder: true }, { name: 'b', folder: false }], 'sds/fileStamp': { size: 6, written: 1 },
    };
    const asked: unknown[] = [];
    const files = clientFiles({
      sendRequest: async (method: string, params: unknown) => {
        asked.push(params);
        const answer = answers[method];
        if (answer instanceof Error) throw answer;
        return answer;
      },
    } as unknown as Connection);
    const uri = 'vscode-vfs://github/w/%E9%96%8B';
    assert.equal(await files.read(uri), '様式');
    assert.deepEqual(await files.list(uri), ['a', 'b']);
    assert.deepEqual(await files.entries(uri), answers['sds/listFolder']);
    assert.deepEqual(await files.stamp(uri), answers['sds/fileStamp']);
    assert.deepEqual(asked, [{ uri }, { uri }, { uri }, { uri }]);
    for (const method of Object.keys(answers)) answers[method] = null;
    for (const find of WAYS) assert.equal(await files[find](uri), undefined);
    answers['sds/readFile'] = { text: null };
    await assert.rejects(files.read(uri), NotText);
    answers['sds/readFile'] = Object.assign(new Error('NoPermissions'), { code: -32603 });
    await assert.rejects(files.read(uri), (error: Error) => error.message === 'NoPermissions' && !('code' in error));
  });
});
