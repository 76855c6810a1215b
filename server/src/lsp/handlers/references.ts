import type { CancellationToken, Location } from 'vscode-languageserver';
import { toRange } from '../../features/ranges.ts';
import { referencesIn, targetAt, type ReferenceTarget } from '../../features/references.ts';
import { RememberedReferences } from '../../features/workspace/remembered-references.ts';
import type { Sheet } from '../../sheet/model.ts';
import { uriKey } from '../../workspace/uris.ts';
import { eachSheet } from '../each-sheet.ts';
import { LongRun } from '../long-run.ts';
import type { Handler, Session } from '../session.ts';

/** References in the document itself; those to guideline items also in every other sheet. */
export const referencesHandler: Handler = {
  capabilities: () => ({ referencesProvider: true }),
  register(session) {
    session.connection.onReferences(async ({ textDocument: { uri }, position, context: { includeDeclaration } }, token, progress, partial) => {
      const own = await session.answer('references', uri, token, null, ({ document, context }) => {
        const target = targetAt(context, document.offsetAt(position));
        return target ? { target, locations: locationsIn(context.sheet, target, includeDeclaration) } : null;
      });
      if (!own || own.target.kind !== 'item') return own && own.locations;
      const { target } = own;
      const found: Location[] = [];
      const take = (locations: Location[]): void => {
        if (partial && locations.length > 0) partial.report(locations);
        else found.push(...locations);
      };
      take(own.locations);
      await session.guarded('references', Promise.resolve(), () => elsewhere(session, uri, target, token, new LongRun(session, 'progress.reading', progress), take));
      return token.isCancellationRequested ? null : found;
    });
  },
};

async function elsewhere(
  { sheets }: Session, own: string, target: Extract<ReferenceTarget, { kind: 'item' }>, token: CancellationToken, run: LongRun, take: (locations: Location[]) => void,
): Promise<void> {
  const remembered = new RememberedReferences(target);
  await eachSheet(sheets, token, run, async ({ uri, facts, catalogue }) => {
    if (uriKey(uri) === uriKey(own)) return;
    const ranges = remembered.in(facts, catalogue);
    if (ranges) take(ranges.map((range) => ({ uri, range })));
    else {
      const sheet = await sheets.sheet(uri);
      if (sheet) take(locationsIn(sheet, target, false));
    }
  });
}

function locationsIn(sheet: Sheet, target: ReferenceTarget, includeDeclaration: boolean): Location[] {
  return referencesIn(sheet, target, includeDeclaration).map((span) => ({ uri: sheet.document.uri, range: toRange(sheet, span) }));
}
