import * as vscode from 'vscode';
import {
  LOOK_UP_REQUEST, OPEN_ROWS_REQUEST, REPORT_REQUEST, type LookUpParams, type LookUpResult, type OpenRowsParams, type OpenRowsResult, type ReportParams,
  type ReportResult,
} from '../../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from '../extension-session.ts';
import { asking } from './ask.ts';
import { proposeAnswer } from './propose-answer.ts';
import { textResult, type OfSheet } from './result.ts';
import { sheetNamed } from './sheet.ts';

/** The tools by which a language model works on sheets. They ask the same server as the editor; nothing is sent anywhere. */
export function registerAssistantTools(session: ExtensionSession): vscode.Disposable {
  const ask = asking(session);
  return vscode.Disposable.from(
    vscode.lm.registerTool<OfSheet>('sds_checkSheet', tool(async ({ file }) => {
      const document = await sheetNamed(file);
      const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
      const report = await ask<ReportParams, ReportResult>(REPORT_REQUEST, document, { name });
      if (!report) throw new Error(vscode.l10n.t('“{0}” is no disclosure sheet.', name));
      return report.markdown;
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
    vscode.lm.registerTool('sds_proposeAnswer', proposeAnswer(session, ask)),
  );
}

/** A tool that only reads. */
function tool<Input>(run: (input: Input) => Promise<string>): vscode.LanguageModelTool<Input> {
  return { invoke: async ({ input }) => textResult(await run(input)) };
}
