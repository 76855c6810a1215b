import { isAlias, visit, type Alias, type Document, type Node } from 'yaml';

export interface Aliases {
  targets: Map<Alias, Node>;
  /** Aliases that refer to nothing, or to a node that contains them. */
  broken: { alias: Alias; cause: 'unresolved-alias' | 'circular-alias' }[];
}

/** Finds what each alias of a document stands for: the last anchor of its name before it. */
export function resolveAliases(document: Document): Aliases {
  const targets: Aliases['targets'] = new Map();
  const broken: Aliases['broken'] = [];
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
      else broken.push({ alias: node, cause: target ? 'circular-alias' : 'unresolved-alias' });
    },
  });
  return { targets, broken };
}
