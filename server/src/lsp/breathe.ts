/** How long work goes on before others have their turn, in milliseconds. */
const STRETCH = 10;

/**
 * By the clock of the day, here and wherever a server passes by before it is asked for much: for `performance` Node loads
 * what measures everything. A clock that is put back ends a stretch.
 * @returns a function that long work awaits between its pieces: what has come in meanwhile is answered first
 */
export function breather(): () => Promise<void> {
  let last = Date.now();
  return async () => {
    if (Math.abs(Date.now() - last) < STRETCH) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = Date.now();
  };
}
