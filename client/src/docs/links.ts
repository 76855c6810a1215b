import type { Diagnostic } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { ownPage } from './files.ts';

/** Has the codes of diagnostics lead to the extension's own pages, which need no network. */
export const docsLinks: Pick<Middleware, 'handleDiagnostics' | 'provideDiagnostics' | 'provideWorkspaceDiagnostics'> = {
  handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(withOwnPage)),
  provideDiagnostics: async (document, previousResultId, token, next) => {
    const report = await next(document, previousResultId, token);
    if (report && 'items' in report) report.items = report.items.map(withOwnPage);
    return report;
  },
  provideWorkspaceDiagnostics: (resultIds, token, resultReporter, next) => next(resultIds, token, (chunk) => {
    for (const report of chunk?.items ?? []) if ('items' in report) report.items = report.items.map(withOwnPage);
    resultReporter(chunk);
  }),
};

function withOwnPage(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  const target = typeof code === 'object' ? ownPage(code.target) : undefined;
  if (target && typeof code === 'object') diagnostic.code = { value: code.value, target };
  return diagnostic;
}
