import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LookUpResult, OpenRowsResult, ProposeResult } from '../../server/src/lsp/protocol.ts';
import { Client } from './client.ts';

const TEXT = '様式: SDS-4.0\n回答:\n  75: 非該当 # 今年度\n';

describe('What a language model asks, over the protocol', () => {
  for (const [locale, digest] of [['ja', /要旨/], ['en', /digest/i]] as const) {
    describe(`in ${locale}`, () => {
      let client: Client;
      before(async () => {
        client = await Client.start({ locale });
        await client.open(TEXT);
      });
      after(async () => {
        assert.deepEqual(client.failures, []);
        assert.equal(await client.stop(), 0);
      });
      const ask = <Result>(method: string, params: object = {}): Promise<Result> => client.connection.sendRequest(method, { uri: client.uri, ...params });

      it('looks up a question and an item', async () => {
        assert.match((await ask<LookUpResult>('sds/lookUp', { what: '75.1' }))!.markdown, /^\*\*75\.1\*\*/);
        assert.match((await ask<LookUpResult>('sds/lookUp', { what: '6.11.C8' }))!.markdown, digest);
        assert.equal(await ask<LookUpResult>('sds/lookUp', { what: '?' }), null);
      });

      it('lists what is open', async () => {
        const { rows } = (await ask<OpenRowsResult>('sds/openRows'))!;
        assert.equal(rows[0]!.row, '1');
        assert.ok(rows.every(({ row, question, words }) => row !== '75' && row !== '75.1' && question !== '' && words.length > 1));
      });

      it('works out a proposal for the text as it is, and changes nothing', async () => {
        const result = await ask<ProposeResult>('sds/proposeAnswer', { proposal: { row: '75.1', answer: 'はい' } });
        if (!result || 'refused' in result) assert.fail(JSON.stringify(result));
        assert.equal(result.version, client.version);
        assert.equal(TextDocument.applyEdits(TextDocument.create('', '', 0, TEXT), result.edits), `${TEXT}  75.1: はい\n`);
        assert.equal(result.findings.length, 1);
        assert.equal((await client.diagnostics()).filter(({ code }) => code === 'inconsistent-answer').length, 0);
        assert.deepEqual(await ask<ProposeResult>('sds/proposeAnswer', { proposal: { row: '0', answer: 'はい' } }), { refused: 'row' });
      });

      it('is told nothing of what is not open', async () => {
        const uri = 'file:///nowhere.sds.yaml';
        for (const [method, more] of [['sds/lookUp', { what: '75' }], ['sds/openRows', {}], ['sds/proposeAnswer', { proposal: { row: '75', answer: '該当' } }]] as const) {
          assert.equal(await ask(method, { uri, ...more }), null, method);
        }
      });
    });
  }
});
