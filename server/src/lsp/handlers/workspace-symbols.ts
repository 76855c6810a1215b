import type { WorkspaceSymbol } from 'vscode-languageserver';
import { SymbolSearch } from '../../features/workspace/symbols.ts';
import { eachSheet } from '../each-sheet.ts';
import { LongRun } from '../long-run.ts';
import type { Handler } from '../session.ts';

/** Services, sections, rows and remarks of all sheets, by what is typed. */
export const workspaceSymbolHandler: Handler = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register(session) {
    session.connection.onWorkspaceSymbol(({ query }, token, progress) =>
      session.guarded<Promise<WorkspaceSymbol[]>>('workspaceSymbol', Promise.resolve([]), async () => {
        const search = new SymbolSearch(query);
        const run = new LongRun(session, 'progress.reading', progress);
        const finished = await eachSheet(session.sheets, token, run, ({ uri, facts, catalogue }) => search.add(uri, facts, catalogue));
        return finished ? search.results : [];
      }));
  },
};
