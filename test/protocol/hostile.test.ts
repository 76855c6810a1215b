import assert from 'node:assert/strict';
import { ResponseError } from 'vscode-jsonrpc';
import type { Diagnostic, Hover } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MOST_OF_A_KIND } from '../../server/src/lint/lint.ts';
import { documentRequests, resolving, type Request } from '../fuzz/requests.ts';
import { checkRanges } from '../support/everything.ts';
import { past, within } from '../support/hostile.ts';
import { Client } from './client.ts';

/** What costs most of each kind, each as long as it may be. All of them in part are a matter for test/unit/hostile.test.ts. */
const WITHIN = [
  'rows', 'full-width rows', 'rows in braces', 'maps in another order', 'suppressions', 'a remark that cites everything', 'a cite of many ranges of remarks', 'references without brackets', 'a long quoted text', 'bad escapes', 'tabs within a value',
  'lone surrogates', 'marks of two classes on a letter', 'spaces in quotes in braces', 'joiners on one line', 'aliases as answers', 'many lists that hold themselves', 'brackets 90 deep, again and again', 'marks of a merge',
];
const PAST = ['5 MB of rows', 'aliases of aliases', 'references without end', 'items 190 deep, again and again', 'brackets 900 deep, twice', 'brackets 10,000 deep'];

const OTHER = { uri: 'file:///other.sds.yaml', text: '様式: SDS-4.0\n回答:\n  3: はい\n' };
/** What is said of places in other documents, or of the text as its edits make it. */
const ELSEWHERE = ['textDocument/references', 'sds/openQuestion'];
/** Answers that say why there is none: of a rename, or of an edit of what is not there. */
const REFUSED = [-32602, -32803];

describe('The server with a hostile document open', () => {
  let client: Client;
  before(async () => {
    client = await Client.start();
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri: OTHER.uri, languageId: 'sds-yaml', version: 1, text: OTHER.text } });
  });
  after(async () => assert.equal(await client.stop(), 0));

  const other = async (): Promise<Hover | null> => client.connection.sendRequest('textDocument/hover', { textDocument: { uri: OTHER.uri }, position: { line: 2, character: 3 } });
  const ask = async ({ method, params }: Request): Promise<unknown> => {
    try {
      return await client.connection.sendRequest(method, params);
    } catch (error) {
      assert.ok(error instanceof ResponseError && REFUSED.includes(error.code), `${method}: ${String(error)}`);
      return null;
    }
  };

  /** Opens a text, types into it, and has everything answered: of the whole of it, and at a place. */
  const ordeal = async (text: string): Promise<Diagnostic[]> => {
    const said = await other();
    assert.ok(said);
    await client.open(text);
    const opened = client.diagnostics();
    assert.deepEqual(await other(), said);
    await opened;
    await client.change({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '# あ\n');
    const document = TextDocument.create(client.uri, 'sds-yaml', client.version, client.text);
    const position = { line: 9, character: 6 };
    const range = { start: { line: 0, character: 0 }, end: document.positionAt(client.text.length) };
    const answers = documentRequests({ uri: client.uri, version: client.version, position: document.positionAt(document.offsetAt(position)), range }).map(async (request) => {
      const answer = await ask(request);
      if (!ELSEWHERE.includes(request.method)) checkRanges(answer, document, request.method);
      const rest = resolving(request.method, answer);
      if (rest) await ask(rest);
    });
    assert.deepEqual(await other(), said);
    await Promise.all(answers);
    const found = await client.diagnostics();
    await client.close();
    assert.deepEqual(await other(), said);
    assert.deepEqual([client.process.exitCode, client.failures], [null, []]);
    return found;
  };

  for (const kind of WITHIN) {
    it(`answers what is asked of it, and of another one meanwhile: ${kind}`, async () => {
      const counts = new Map<string, number>();
      for (const { code } of await ordeal(within()[kind]!())) counts.set(String(code), (counts.get(String(code)) ?? 0) + 1);
      assert.ok(Math.max(...counts.values()) <= MOST_OF_A_KIND + 1);
    });
  }

  for (const kind of PAST) {
    it(`tells in one finding past which limit it is: ${kind}`, async () => {
      const found = await ordeal(past[kind]!.text());
      assert.deepEqual(found.map(({ code }) => code), ['syntax']);
    });
  }
});
