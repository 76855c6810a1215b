import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** How much room there is for what is young at work, in bytes: less is swept too often, more is no quicker. */
const AT_WORK = 4 * 2 ** 20;
/** How many documents and files belong to a start. */
const FIRST = 5;

// Where much is made and soon forgotten, as with each edit, V8 lets the room for what is young grow to 48 MB, which a
// server that waits for the next key never gives back. So it stays as small as it is at first, from before anything else is
// loaded. What lives in it is swept by one thread sooner than by several that wait for each other. What is old may grow by
// half before it is looked through, not to a multiple. Functions that are made fast take fewer others into themselves: the
// first hundreds of keys cost a tenth less processor time, and later ones no more.
setFlagsFromString('--semi-space-growth-factor=1 --no-parallel-scavenge --heap-growing-percent=50 --max-inlined-bytecode-size-cumulative=200');

/**
 * Lets the room for what is young grow as far as work needs it, once there is work: who only looks at a sheet needs less.
 * @returns what is to be called whenever a document is opened or edited, or a file read
 */
export function roomForWork(): () => void {
  let done = 0;
  let grows: boolean | undefined;
  return () => {
    if (++done <= FIRST || grows === false) return;
    const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
    const enough = !young || young.space_size >= AT_WORK;
    if (grows === !enough) return;
    grows = !enough;
    setFlagsFromString(`--semi-space-growth-factor=${grows ? 2 : 1}`);
  };
}
