import { UsageError } from './context.ts';

/** @returns a parser for an option that takes one of some words */
export function oneOf(option: string, known: readonly string[]): (written: string) => string {
  return (written) => {
    if (!known.includes(written)) throw new UsageError({ key: 'cli.usage.bad-value', args: { option, written, known: known.join(', ') } });
    return written;
  };
}

/** @returns a parser for an option that takes a number of things */
export function count(option: string): (written: string) => number {
  return (written) => {
    if (!/^[0-9]+$/.test(written)) throw new UsageError({ key: 'cli.usage.bad-number', args: { option, written } });
    return Number(written);
  };
}

/** Keeps every value of an option that may be given several times. */
export function collect(written: string, before: string[] | undefined): string[] {
  return [...(before ?? []), written];
}
