import { report } from '../../features/report.ts';
import { REPORT_REQUEST, type ReportParams, type ReportResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

export const reportHandler: Handler = {
  register(session) {
    session.connection.onRequest(REPORT_REQUEST, (params: ReportParams): Promise<ReportResult> =>
      session.answer<ReportResult>('report', params.uri, undefined, null, ({ context, around }) => ({
        markdown: report(context, params.name, { severities: around.lint.severities }),
      })));
  },
};
