import * as vscode from 'vscode';
import {
  LOOK_UP_REQUEST, OPEN_ROWS_REQUEST, REPORT_REQUEST, type LookUpParams, type LookUpResult, type OpenRowsParams, type OpenRowsResult, type ReportParams,
  type ReportResult,
} from '../../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from '../extension-session.ts';
import { proposeAnswer } from './propose-answer.ts';
import { sheetNamed } from './sheet.ts';

/** What every tool may be told. */
export interface OfSheet {
  file?: string;
}

/** The tools by which a language model works on sheets. They ask the same server as the editor; nothing is sent anywhere. */
export function registerAssistantTools(session: ExtensionSession): vscode.Disposable {
  const { client, request } = session;
  const ask = async <Params extends { uri: string }, Result>(method: string, document: vscode.TextDocument, params: Omit<Params, 'uri'>): Promise<Result> => {
    const answer = await request<Params, Result>(method, { ...params, uri: client.code2ProtocolConverter.asUri(document.uri) } as Params);
    if (answer === undefined) throw new Error(vscode.l10n.t('The language server does not answer. See the output “SDS”.'));
    return answer;
  };
  return vscode.Disposable.from(
    vscode.lm.registerTool<OfSheet>('sds_checkSheet', tool(async ({ file }) => {
      const document = await sheetNamed(file);
      const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      return (await ask<ReportParams, ReportResult>(REPORT_REQUEST, document, { name }))?.markdown ?? '';
    })),
    vscode.lm.registerTool<OfSheet & { what: string }>('sds_lookUp', tool(async ({ file, what }) => {
      const found = await ask<LookUpParams, LookUpResult>(LOOK_UP_REQUEST, await sheetNamed(file), { what });
      return found?.markdown ?? vscode.l10n.t('“{0}” is neither a question of this sheet’s form nor a reference to its guideline.', what);
    })),
    vscode.lm.registerTool<OfSheet>('sds_openQuestions', tool(async ({ file }) => {
      const open = await ask<OpenRowsParams, OpenRowsResult>(OPEN_ROWS_REQUEST, await sheetNamed(file), {});
      if (!open) return vscode.l10n.t('The sheet names no form that is installed.');
      if (open.rows.length === 0) return vscode.l10n.t('No open question is left. Whether the answers are right is for people to say.');
      return open.rows.map(({ row, question, words }) => `- ${row}: ${question.replace(/\s+/g, ' ')} (${words.join(' / ')})`).join('\n');
    })),
    vscode.lm.registerTool('sds_proposeAnswer', proposeAnswer(session)),
  );
}

/** A tool that only reads. */
function tool<Input>(run: (input: Input) => Promise<string>): vscode.LanguageModelTool<Input> {
  return { invoke: async ({ input }) => textResult(await run(input)) };
}

export function textResult(text: string): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}
