import type { CancellationToken } from 'vscode-languageserver';
import { report } from '../../features/report.ts';
import { REPORT_REQUEST, type ReportParams, type ReportResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

export const reportHandler: Handler = {
  register(session) {
    session.connection.onRequest(REPORT_REQUEST, (params: ReportParams, token: CancellationToken): Promise<ReportResult> =>
      session.answer<ReportResult>('report', params.uri, token, null, ({ context, around }) => ({
        markdown: report(context, params.name, { severities: around.lint.severities }),
      })));
  },
};
