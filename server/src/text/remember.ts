/** Longer texts are seldom seen again once another was looked at, and keeping many costs more than reading them again. */
const LONGEST = 1_000;
/** How many of those are kept: a remark, and the line that it stands on. */
const MOST_LONG = 2;

/**
 * Makes a pure function of a text remember its results: from one version of a document to the next, and among the sheets
 * of one company, nearly all texts are the same.
 * @param work must depend on its text alone; whoever takes its result must not change it
 * @param limit after how many texts it begins anew, which bounds the memory
 */
export function remembering<Result>(work: (text: string) => Result, limit = 4_096): (text: string) => Result {
  const results = new Map<string, Result>();
  const long: { text: string; result: Result }[] = [];
  const ofLong = (text: string): Result => {
    const known = long.find((one) => one.text === text);
    if (known) return known.result;
    const result = work(text);
    long.unshift({ text, result });
    if (long.length > MOST_LONG) long.pop();
    return result;
  };
  return (text) => {
    if (text.length > LONGEST) return ofLong(text);
    const known = results.get(text);
    if (known !== undefined || results.has(text)) return known as Result;
    if (results.size >= limit) results.clear();
    const own = ownCopy(text);
    const result = work(own);
    results.set(own, result);
    return result;
  };
}

/** A part of a document keeps the whole document in memory; a copy does not. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
