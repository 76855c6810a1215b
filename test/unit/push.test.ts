import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { Emitter, type CancellationToken, type Connection, type Diagnostic, type PublishDiagnosticsParams, type TextDocumentChangeEvent, type TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pushDiagnostics } from '../../server/src/lsp/push.ts';

const URI = 'file:///a.sds.yaml';

/** One open document, what is sent of it, and how often it is checked. */
class Editor {
  readonly sent: PublishDiagnosticsParams[] = [];
  readonly checked: { version: number; token: CancellationToken }[] = [];
  readonly #changed = new Emitter<TextDocumentChangeEvent<TextDocument>>();
  readonly #closed = new Emitter<TextDocumentChangeEvent<TextDocument>>();
  #document: TextDocument | undefined;

  /** @param check what a check takes its time with */
  constructor(check: () => Promise<void> = async () => {}) {
    const documents = {
      get: () => this.#document, keys: () => (this.#document ? [URI] : []), onDidChangeContent: this.#changed.event, onDidClose: this.#closed.event,
    } as unknown as TextDocuments<TextDocument>;
    const connection = { sendDiagnostics: async (params: PublishDiagnosticsParams) => void this.sent.push(params) } as Partial<Connection> as Connection;
    pushDiagnostics(connection, documents, async (_uri, token): Promise<Diagnostic[]> => {
      this.checked.push({ version: this.#document!.version, token });
      await check();
      return [];
    });
  }

  get versions(): (number | undefined)[] {
    return this.sent.map(({ version }) => version);
  }

  change(): void {
    this.#document = TextDocument.create(URI, 'sds-yaml', (this.#document?.version ?? 0) + 1, '');
    this.#changed.fire({ document: this.#document });
  }

  close(): void {
    const document = this.#document!;
    this.#document = undefined;
    this.#closed.fire({ document });
  }
}

/** As long as no message is waited for. */
const aMoment = (): Promise<void> => wait(20);

describe('What is pushed of a document', () => {
  it('are the diagnostics of its last version alone when edits come at once', async () => {
    const editor = new Editor();
    for (let edit = 0; edit < 30; edit++) editor.change();
    await aMoment();
    assert.deepEqual(editor.checked.map(({ version }) => version), [30]);
    assert.deepEqual(editor.versions, [30]);
    editor.change();
    await aMoment();
    assert.deepEqual(editor.versions, [30, 31]);
  });

  it('waits for what came in behind the edit, but no time', async () => {
    const editor = new Editor();
    const order: string[] = [];
    editor.change();
    // A message that is there is handled two turns on.
    setImmediate(() => setImmediate(() => order.push(`handled, ${editor.checked.length} checked`)));
    let turns = 0;
    for (; editor.sent.length === 0 && turns < 50; turns++) await new Promise<void>((resolve) => setImmediate(resolve));
    assert.deepEqual(order, ['handled, 0 checked']);
    assert.ok(turns < 10, `sent after ${turns} turns`);
  });

  it('is not what became old while it was checked', async () => {
    let done = (): void => {};
    const editor = new Editor(() => new Promise((resolve) => done = resolve));
    editor.change();
    await aMoment();
    editor.change();
    assert.equal(editor.checked[0]!.token.isCancellationRequested, true);
    done();
    await aMoment();
    assert.deepEqual(editor.versions, []);
    done();
    await aMoment();
    assert.deepEqual(editor.versions, [2]);
  });

  it('is sent once typing pauses where a check takes its time', async () => {
    const editor = new Editor(() => wait(40));
    editor.change();
    while (editor.sent.length === 0) await aMoment();
    editor.change();
    for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
    editor.change();
    while (editor.sent.length === 1) await aMoment();
    assert.deepEqual(editor.checked.map(({ version }) => version), [1, 3]);
    assert.deepEqual(editor.versions, [1, 3]);
  });

  it('is taken back on close, and nothing sent after that', async () => {
    const editor = new Editor();
    editor.change();
    editor.close();
    await aMoment();
    assert.deepEqual(editor.sent, [{ uri: URI, diagnostics: [] }]);
    assert.deepEqual(editor.checked, []);
  });
});
