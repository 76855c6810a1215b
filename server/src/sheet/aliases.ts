import { isAlias, isCollection, isPair, isScalar, type Alias, type Document, type Node } from 'yaml';

export interface Aliases {
  targets: Map<Alias, Node>;
  /** Aliases that refer to nothing, or to a node that contains them, or to more than is read. */
  broken: { alias: Alias; cause: 'unresolved-alias' | 'circular-alias' | 'too-many-aliases' }[];
}

/** How many characters of a text weigh as much as a node. */
const CHARACTERS = 100;

/**
 * Finds what each alias of a document stands for: the last anchor of its name before it.
 * @param limit how much all aliases together may stand for, in nodes; a long text counts as several. Few lines can stand for billions
 */
export function resolveAliases(document: Document, limit: number): Aliases {
  const targets: Aliases['targets'] = new Map();
  const broken: Aliases['broken'] = [];
  const anchors = new Map<string, { node: Node; /** How many nodes it stands for; absent while it is still being weighed. */ weight?: number }>();
  let copied = 0;

  const resolve = (alias: Alias): number => {
    const anchor = anchors.get(alias.source);
    if (anchor?.weight === undefined) broken.push({ alias, cause: anchor ? 'circular-alias' : 'unresolved-alias' });
    else {
      copied += anchor.weight;
      if (copied <= limit) {
        targets.set(alias, anchor.node);
        return anchor.weight;
      }
      broken.push({ alias, cause: 'too-many-aliases' });
    }
    return 1;
  };
  const weigh = (node: unknown): number => {
    if (isAlias(node)) return resolve(node);
    if (isPair(node)) return weigh(node.key) + weigh(node.value);
    if (!isCollection(node)) {
      const weight = isScalar(node) ? 1 + Math.floor(String(node.value).length / CHARACTERS) : 1;
      if (hasAnchor(node)) anchors.set(node.anchor, { node, weight });
      return weight;
    }
    const anchor: { node: Node; weight?: number } = { node };
    if (node.anchor) anchors.set(node.anchor, anchor);
    let weight = 1;
    for (const item of node.items) weight += weigh(item);
    anchor.weight = weight;
    return weight;
  };
  weigh(document.contents);
  return { targets, broken };
}

function hasAnchor(node: unknown): node is Node & { anchor: string } {
  return typeof node === 'object' && node !== null && typeof (node as { anchor?: unknown }).anchor === 'string';
}
