/** What the tool that proposes an answer writes once the user has confirmed, in a VS Code of which only this much is there. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { build } from 'esbuild';

interface FakeDocument {
  uri: string;
  version: number;
  answer: string;
}

interface Tool {
  prepareInvocation(options: { input: unknown }): Promise<{ confirmationMessages: { message: { value: string } } }>;
  invoke(options: { input: unknown }): Promise<unknown>;
}

/** The module `vscode`, and whose sheet is active. */
class FakeVscode {
  active: FakeDocument;
  readonly written: string[] = [];
  readonly l10n = { t: (text: string, ...args: string[]) => text.replace(/\{(\d)\}/g, (_, at: string) => args[Number(at)]!) };
  readonly window = { tabGroups: { all: [] }, showTextDocument: async () => undefined };
  readonly workspace = {
    asRelativePath: (uri: string) => uri,
    applyEdit: async ({ changes }: { changes: Record<string, { newText: string }[]> }) => {
      for (const [uri, edits] of Object.entries(changes)) this.written.push(`${uri}: ${edits[0]!.newText}`);
      return true;
    },
  };
  readonly MarkdownString = class {
    value = '';
    appendText(text: string): this {
      this.value += text;
      return this;
    }
  };
  readonly LanguageModelToolResult = class {};
  readonly LanguageModelTextPart = class {};

  constructor(active: FakeDocument) {
    this.active = active;
  }
}

const INPUT = { row: '3', answer: '対象外' };

/** The tool as it is bundled, in a window with one sheet. */
async function toolIn(vscode: FakeVscode): Promise<Tool> {
  const fakes: Record<string, string> = {
    vscode: `export const { ${Object.keys(vscode).join(', ')} } = globalThis.fakeVscode;`,
    './sheet.ts': 'const vscode = globalThis.fakeVscode; export const sheetNamed = async () => vscode.active;',
  };
  Object.assign(globalThis, { fakeVscode: vscode });
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, '../../client/src/assistant/propose-answer.ts')], bundle: true, format: 'esm', write: false, charset: 'ascii',
    plugins: [{
      name: 'fakes',
      setup(plugin) {
        plugin.onResolve({ filter: /^(?:vscode|\.\/sheet\.ts)$/ }, ({ path: name }) => ({ path: name, namespace: 'fake' }));
        plugin.onLoad({ filter: /.*/, namespace: 'fake' }, ({ path: name }) => ({ contents: fakes[name]! }));
      },
    }],
  });
  const { proposeAnswer } = await import(`data:text/javascript;base64,${Buffer.from(`${outputFiles[0]!.text}//${Math.random()}`).toString('base64')}`) as {
    proposeAnswer: (session: unknown, ask: unknown) => Tool;
  };
  const client = { protocol2CodeConverter: { asWorkspaceEdit: async (edit: unknown) => edit }, code2ProtocolConverter: { asUri: (uri: string) => uri } };
  const ask = async (_request: unknown, { version, answer }: FakeDocument): Promise<unknown> =>
    ({ row: '3', question: '?', answer: '対象外', before: { answer }, findings: [], version, edits: [{ newText: '対象外' }] });
  return proposeAnswer({ client }, ask);
}

describe('An answer that was proposed and confirmed', () => {
  const sheet = (uri: string): FakeDocument => ({ uri, version: 1, answer: 'はい' });

  it('is written where the user was told, whatever sheet is active by then', async () => {
    const vscode = new FakeVscode(sheet('a'));
    const tool = await toolIn(vscode);
    const { confirmationMessages } = await tool.prepareInvocation({ input: INPUT });
    assert.equal(confirmationMessages.message.value, 'a\n3: ?\nはい → 対象外');
    vscode.active = sheet('b');
    await tool.invoke({ input: INPUT });
    assert.deepEqual(vscode.written, ['a: 対象外']);
  });

  it('is not written over another answer than was shown', async () => {
    const vscode = new FakeVscode(sheet('a'));
    const tool = await toolIn(vscode);
    await tool.prepareInvocation({ input: INPUT });
    Object.assign(vscode.active, { version: 2, answer: 'いいえ' });
    await assert.rejects(tool.invoke({ input: INPUT }), /Nothing was written/);
    assert.deepEqual(vscode.written, []);
  });

  it('is written after a change of anything else', async () => {
    const vscode = new FakeVscode(sheet('a'));
    const tool = await toolIn(vscode);
    await tool.prepareInvocation({ input: INPUT });
    vscode.active.version = 2;
    await tool.invoke({ input: INPUT });
    assert.deepEqual(vscode.written, ['a: 対象外']);
  });
});
