import { officialReport } from '../../features/official-report.ts';
import { chooseGuideline, otherEdition } from '../../guideline-import/choose.ts';
import { IMPORT_LIMITS, isTooLarge } from '../../guideline-import/limits.ts';
import { withoutEnd } from '../../text/blank.ts';
import { officialFile, officialName } from '../../workspace/folder.ts';
import { officialFileText } from '../../workspace/official-file.ts';
import { IMPORT_REQUEST, type ImportParams, type ImportResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** Official text from a file that the client has read; the client also writes what comes of it. */
export const importGuidelineHandler: Handler = {
  register(session) {
    const { translate } = session;
    session.connection.onRequest(IMPORT_REQUEST, async ({ uri, text, name }: ImportParams): Promise<ImportResult> => {
      if (isTooLarge(text)) return { problem: translate({ key: 'official.too-large', args: { path: name, ...IMPORT_LIMITS } }) };
      const { catalogue } = await session.surroundings(uri === undefined ? 'untitled:' : `${withoutEnd(uri, /\//)}/new.sds.yaml`);
      const chosen = chooseGuideline(text, catalogue.guidelines);
      if (!chosen) return { problem: translate({ key: 'official.no-layout' }) };
      const { id, data: { title } } = chosen.guideline;
      const edition = otherEdition(chosen);
      if (edition !== undefined) return { problem: translate({ key: 'official.other-edition', args: { path: name, edition, title } }) };
      if (chosen.report.items.length === 0) return { problem: translate({ key: 'official.none', args: { path: name } }) };
      return {
        report: officialReport(chosen, translate),
        file: {
          path: officialFile(id),
          ...(session.personal === undefined ? {} : { ofUser: session.personal + encodeURIComponent(officialName(id)) }),
          text: officialFileText(chosen, name, translate),
        },
      };
    });
  },
};
