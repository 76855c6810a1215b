import { isAlias, parseAllDocuments, visit, type Alias, type Document, type Node } from 'yaml';
import type { SyntaxNotice } from './notices.ts';
import type { Span } from './model.ts';
import type { Repaired } from './repair.ts';

/** Beyond these a document is reported and not read any further. */
export const LIMITS = { characters: 1_048_576, depth: 100 };

export interface ParsedYaml {
  contents: Node | null;
  notices: SyntaxNotice[];
  /** The node an alias stands for; undefined when there is none, or it would contain itself. */
  target(alias: Alias): Node | undefined;
}

/**
 * The document's one full parse: YAML's failsafe schema, so that `17.10` and `2023-10-04` stay as written.
 * @returns the best tree there is, with notices whose spans are the document's own offsets; never throws
 */
export function parseYaml(repaired: Repaired): ParsedYaml {
  try {
    // The library does not know a lone CR as a line break; YAML does. Same length, so offsets hold.
    const documents = [...parseAllDocuments(repaired.text.replace(/\r(?!\n)/g, '\n'), {
      schema: 'failsafe', keepSourceTokens: true, uniqueKeys: false, prettyErrors: false, logLevel: 'silent',
    })];
    const first = documents[0];
    if (!first) return { contents: null, notices: [], target: () => undefined };
    const aliases = resolveAliases(first, repaired);
    return {
      contents: first.contents,
      notices: [...errorsOf(first, repaired), ...aliases.notices, ...furtherDocuments(documents, repaired)],
      target: (alias) => aliases.targets.get(alias),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { contents: null, notices: [{ kind: 'syntax', span: { start: 0, end: 0 }, cause: 'too-deep', text: '' }], target: () => undefined };
  }
}

/** Only the first: what the library says behind it is mostly a consequence, and what is not shows once it is mended. */
function errorsOf(document: Document.Parsed | Document, repaired: Repaired): SyntaxNotice[] {
  return document.errors.slice(0, 1).map((error) => {
    const span = toDocument(repaired, error.pos[0], error.pos[1]);
    return {
      kind: 'syntax', span, cause: error.code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : `yaml:${error.code}`,
      text: shownText(repaired.text, error.pos[0]),
    };
  });
}

/** What stands from `offset` to the end of its line, or the whole line where that is nothing. */
function shownText(text: string, offset: number): string {
  const before = /[^\r\n]*$/.exec(text.slice(0, offset))![0];
  const behind = /^[^\r\n]*/.exec(text.slice(offset))![0];
  return (behind.trim() || before.trim()).slice(0, 40);
}

function furtherDocuments(documents: Document[], repaired: Repaired): SyntaxNotice[] {
  const second = documents[1];
  if (!second) return [];
  const start = second.range?.[0] ?? repaired.text.length;
  return [{ kind: 'syntax', span: toDocument(repaired, start, start + 3), cause: 'several-documents', text: '---' }];
}

function resolveAliases(document: Document, repaired: Repaired): { targets: Map<Alias, Node>; notices: SyntaxNotice[] } {
  const targets = new Map<Alias, Node>();
  const notices: SyntaxNotice[] = [];
  if (!repaired.text.includes('*')) return { targets, notices };
  const anchors = new Map<string, Node>();
  visit(document, {
    Node(_key, node) {
      if (!isAlias(node)) {
        if (node.anchor) anchors.set(node.anchor, node);
        return;
      }
      const target = anchors.get(node.source);
      const [start, end] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
      const around = target?.range && target.range[0] <= start && target.range[2] >= end;
      if (target && !around) targets.set(node, target);
      else {
        notices.push({
          kind: 'syntax', span: toDocument(repaired, start, end), cause: target ? 'circular-alias' : 'unresolved-alias', text: `*${node.source}`,
        });
      }
    },
  });
  return { targets, notices };
}

function toDocument(repaired: Repaired, start: number, end: number): Span {
  const from = repaired.toDocument(start);
  return { start: from, end: Math.max(from, repaired.toDocument(end)) };
}
