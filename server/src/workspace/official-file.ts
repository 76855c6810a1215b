import { Document, isScalar, visit } from 'yaml';
import type { OfficialData } from '../catalogue/official.ts';
import type { Chosen } from '../guideline-import/choose.ts';
import type { Translate } from '../l10n/translate.ts';

/**
 * @param file the name of the file that the text was taken from
 * @returns the text of the file that keeps what was imported
 */
export function officialFileText({ guideline, report }: Chosen, file: string, translate: Translate): string {
  const data: OfficialData = {
    guideline: guideline.id,
    edition: guideline.data.edition,
    source: { file, ...(report.pages > 0 ? { pages: report.pages } : {}) },
    items: Object.fromEntries(report.items.map(({ id, text, page }) => [id, { text, ...(page === undefined ? {} : { page }) }])),
  };
  const document = new Document(data);
  document.commentBefore = translate({ key: 'official.header', args: { title: guideline.data.title } }).replace(/^/gm, ' ');
  visit(document, {
    Scalar: (_key, node) => {
      if (isScalar(node) && typeof node.value === 'string' && node.value.includes('\n')) node.type = 'BLOCK_LITERAL';
    },
  });
  return document.toString({ lineWidth: 0 });
}
