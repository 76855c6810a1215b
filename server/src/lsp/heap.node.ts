import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import type { TextDocumentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** How much room there is for what is young while someone types, in bytes: less is swept too often, more is no quicker. */
const WHILE_TYPING = 4 * 2 ** 20;

// Where much is made and soon forgotten, as with each edit, V8 lets the room for what is young grow to 48 MB, which a
// server that waits for the next key never gives back. So it stays as small as it is at first, from before anything else is
// loaded. What lives in it is swept by one thread sooner than by several that wait for each other. What is old may grow by half before it is
// looked through, not to a multiple. Functions that are made fast take fewer others into themselves: the first hundreds of
// keys cost a tenth less processor time, and later ones no more.
setFlagsFromString('--semi-space-growth-factor=1 --no-parallel-scavenge --heap-growing-percent=50 --max-inlined-bytecode-size-cumulative=200');

/**
 * Lets the room for what is young grow as far as edits need it, from the first one on: who only looks needs less.
 * @returns what is to be called whenever a document is opened or edited
 */
export function roomForEdits(): (event: TextDocumentChangeEvent<TextDocument>) => void {
  const open = new WeakSet<TextDocument>();
  let grows: boolean | undefined;
  return ({ document }) => {
    if (!open.has(document)) return void open.add(document);
    if (grows === false) return;
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    const enough = !young || young.space_size >= WHILE_TYPING;
    if (grows === !enough) return;
    grows = !enough;
    setFlagsFromString(`--semi-space-growth-factor=${grows ? 2 : 1}`);
  };
}
