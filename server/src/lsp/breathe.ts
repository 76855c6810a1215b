/** How long work goes on before others have their turn, in milliseconds. */
const STRETCH = 10;

/** @returns a function that long work awaits between its pieces: what has come in meanwhile is answered first */
export function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < STRETCH) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    last = performance.now();
  };
}
