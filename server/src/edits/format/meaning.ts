import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Sheet } from '../../sheet/model.ts';
import { applyEdits, withoutMark } from '../../sheet/repair.ts';
import { parseYaml } from '../../sheet/yaml.ts';

/**
 * What YAML reads in a sheet, wherever it stands: texts, lists, and maps without the order of their keys.
 * @returns the same text for sheets that say the same, as far as they can be read
 */
export function meaningOf(sheet: Sheet): string {
  const { contents, notices } = parseYaml(withoutMark(applyEdits(sheet.document.getText(), sheet.lines.repairs)));
  return `${plain(contents)} ${notices.map(({ cause }) => cause).join(' ')}`;
}

/** Only scalars are quoted: what quotes what it holds doubles with every level. */
function plain(node: unknown): string {
  if (isAlias(node)) return `*${node.source}`;
  const own = isScalar(node) ? JSON.stringify(node.value)
    : isSeq(node) ? `[${node.items.map(plain).join(',')}]`
    : isMap(node) ? `{${node.items.map(({ key, value }) => `${plain(key)}:${plain(value)}`).sort().join(',')}}`
    : 'null';
  const { anchor, tag } = (node ?? {}) as { anchor?: string; tag?: string };
  return anchor || (tag && !tag.startsWith('tag:yaml.org,2002:')) ? `&${anchor ?? ''}!${tag ?? ''} ${own}` : own;
}
