import { isScalar, visit, type Document, type Range } from 'yaml';
import type { Message } from '../l10n/translate.ts';
import { resolveAliases } from '../sheet/aliases.ts';
import type { Span } from '../sheet/model.ts';
import { quoteEnd } from '../sheet/quotes.ts';
import { yamlErrorText, yamlMessage } from '../sheet/yaml-errors.ts';
import { LIMITS } from '../sheet/yaml.ts';

/** What keeps a file from being read as YAML, and where. */
export interface YamlError extends Span {
  message: Message;
}

/**
 * @returns what is wrong with a document that is no sheet, told from the library's error codes. Of what is not a key given
 *   twice only the first: what the library says behind it is mostly a consequence
 */
export function yamlErrors(document: Document.Parsed, text: string): YamlError[] {
  const first = document.errors[0];
  const twice = keysGivenTwice(document).map(([start, end]): YamlError => {
    const name = lineAt(text.slice(0, end), start);
    return { message: { key: 'workspace.given-twice', args: { name } }, start, end: start + name.length };
  });
  const aliases = resolveAliases(document, Infinity).broken.map(({ alias, cause }): YamlError => (
    { message: { key: `syntax.${cause}`, args: { text: `*${alias.source}` } }, start: alias.range?.[0] ?? 0, end: alias.range?.[1] ?? 0 }));
  return [...(first ? [errorOf(first, document, text)] : []), ...twice, ...aliases].sort((a, b) => a.start - b.start);
}

/** The library compares each key of a map with all before it, which takes minutes for a large one. */
function keysGivenTwice(document: Document): Range[] {
  const found: Range[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push(key.range!);
        seen.add(key.value);
      }
    },
  });
  return found;
}

function errorOf({ code, pos: [start, end] }: Document.Parsed['errors'][number], document: Document, text: string): YamlError {
  const open = unclosed(document);
  if (open) {
    const [at, line] = [open.at, lineAt(text, open.at)];
    return { message: { key: open.key, args: { text: yamlErrorText(text, at) } }, start: at, end: at + line.length };
  }
  if (code === 'MULTIPLE_DOCS') return { message: { key: 'workspace.several-documents' }, start, end };
  return { message: { key: yamlMessage(code), args: { text: yamlErrorText(text, start), depth: LIMITS.depth } }, start, end };
}

/** The innermost bracket or quote that nothing closes. */
function unclosed(document: Document): { key: 'syntax.unclosed-bracket' | 'syntax.unclosed-quote'; at: number } | undefined {
  let found: ReturnType<typeof unclosed>;
  visit(document, {
    Collection(_key, { srcToken: token }) {
      if (token?.type === 'flow-collection' && !token.end.some(({ source }) => source === '}' || source === ']')) {
        found = { key: 'syntax.unclosed-bracket', at: token.offset };
      }
    },
    Scalar(_key, { srcToken: token }) {
      if ((token?.type === 'single-quoted-scalar' || token?.type === 'double-quoted-scalar')
        && quoteEnd(token.source, 0, token.source.length) > token.source.length) found = { key: 'syntax.unclosed-quote', at: token.offset };
    },
  });
  return found;
}

function lineAt(text: string, offset: number): string {
  return /^[^\r\n]*/.exec(text.slice(offset))![0];
}
