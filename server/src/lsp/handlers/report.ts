import { report } from '../../features/report.ts';
import { onOwnRequest } from '../own-request.ts';
import { REPORT_REQUEST, type ReportParams, type ReportResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

export const reportHandler: Handler = {
  register(session) {
    onOwnRequest<ReportParams, ReportResult>(session, REPORT_REQUEST, 'report', ({ context, around }, params) => ({
      markdown: report(context, params.name, { severities: around.lint.severities }),
    }));
  },
};
