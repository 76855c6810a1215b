import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';

const sample = readFileSync(new URL('../../samples/remote-maintenance.sds.yaml', import.meta.url), 'utf8');
const OPTIONS = { tabSize: 2, insertSpaces: true };
const MESSY = `様式: SDS-4.0
回答:
    21:
      備考文:   無害化する
      回答:  はい   # 答
    22:   対象外
`;

describe('Formatting over the protocol', () => {
  let client: Client;

  before(async () => void (client = await Client.start()));

  after(async () => {
    assert.deepEqual(client.logged, []);
    assert.equal(await client.stop(), 0);
  });

  /** Asks for edits, and applies them. */
  async function formatted(method: string, params: object): Promise<string> {
    const edits = await client.connection.sendRequest<TextEdit[]>(`textDocument/${method}`, { textDocument: { uri: client.uri }, options: OPTIONS, ...params });
    return TextDocument.applyEdits(TextDocument.create(client.uri, 'sds-yaml', 0, client.text), edits);
  }

  it('is offered for documents, ranges and line breaks', () => {
    const { documentFormattingProvider, documentRangeFormattingProvider, documentOnTypeFormattingProvider } = client.initialized.capabilities;
    assert.deepEqual([documentFormattingProvider, documentRangeFormattingProvider, documentOnTypeFormattingProvider], [true, true, { firstTriggerCharacter: '\n' }]);
  });

  it('leaves the sample as it is', async () => {
    await client.open(sample);
    assert.equal(await formatted('formatting', {}), sample);
  });

  it('formats a document by small edits, as the options say', async () => {
    await client.open(MESSY.trimEnd());
    const options = { ...OPTIONS, insertFinalNewline: true };
    assert.equal(await formatted('formatting', { options }), '様式: SDS-4.0\n回答:\n    21:\n        回答: はい   # 答\n        備考文: 無害化する\n    22: 対象外\n');
    const edits = await client.connection.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument: { uri: client.uri }, options });
    assert.ok(edits.length > 2 && edits.every(({ newText }) => newText.length < 40), JSON.stringify(edits));
  });

  it('formats a range', async () => {
    await client.open(MESSY);
    const range = { start: client.find('    22'), end: client.find('対象外', true) };
    assert.equal(await formatted('rangeFormatting', { range }), MESSY.replace('22:   ', '22: '));
  });

  it('indents the line that Enter begins', async () => {
    await client.open(MESSY.replace('    22:   対象外', '    17.1:\n'));
    const position = { line: client.find('17.1').line + 1, character: 0 };
    assert.equal(await formatted('onTypeFormatting', { position, ch: '\n' }), client.text.replace('17.1:\n', '17.1:\n        '));
  });

  it('has nothing for a document that is not open', async () => {
    assert.deepEqual(await client.connection.sendRequest('textDocument/formatting', { textDocument: { uri: 'file:///other' }, options: OPTIONS }), []);
  });
});
