import type { CancellationToken } from 'vscode-languageserver';
import { breather } from '../breathe.ts';
import type { ChangeQueue } from '../changes.ts';
import { LongRun } from '../long-run.ts';
import type { Handler, Session } from '../session.ts';
import { WorkspaceReports } from '../workspace-reports.ts';
import { pulls } from './diagnostics.ts';

/**
 * The diagnostics of all sheets of the open folders. A client that takes results in parts and tells when files change
 * is told what becomes different as long as it waits: nothing is done, nor asked again, while nothing changes. Any other
 * client is answered once everything was looked at.
 */
export const workspaceDiagnosticsHandler: Handler = {
  register(session) {
    if (!pulls(session)) return;
    const { connection, documents, sheets } = session;
    documents.onDidChangeContent(({ document }) => sheets.changes.add(document.uri));
    documents.onDidClose(({ document }) => sheets.changes.add(document.uri, true));
    connection.languages.diagnostics.onWorkspace(async (params, token, progress, partial) => {
      const reports = new WorkspaceReports(sheets, params.previousResultIds, token, partial);
      const queue = sheets.changes.join();
      await session.guarded('workspaceDiagnostic', Promise.resolve(), async () => {
        await lookAtAll(session, reports, true, new LongRun(session, 'progress.checking', progress));
        if (partial && sheets.watches) await follow(session, reports, queue, token);
      });
      sheets.changes.leave(queue);
      return { items: reports.rest() };
    });
  },
  refresh: ({ sheets }) => sheets.changes.addAll(),
};

/** @param first whether the client is also told what is as it has it */
async function lookAtAll({ sheets }: Session, reports: WorkspaceReports, first: boolean, run: LongRun): Promise<void> {
  const breathe = breather();
  try {
    const uris = await sheets.files();
    for (const [done, uri] of uris.entries()) {
      await run.update(done, uris.length);
      if (first) await reports.look(uri);
      else await reports.lookAgain({ uri, closed: false });
      if (reports.cancelled) return;
      await breathe();
    }
    await run.update(uris.length, uris.length);
    reports.end(uris);
  } finally {
    run.done();
  }
}

async function follow(session: Session, reports: WorkspaceReports, queue: ChangeQueue, token: CancellationToken): Promise<void> {
  for (let found = await queue.next(token); found; found = await queue.next(token)) {
    for (const change of found.changes) await reports.lookAgain(change);
    if (found.all) await lookAtAll(session, reports, false, new LongRun(session, 'progress.checking'));
    reports.flush();
  }
}
