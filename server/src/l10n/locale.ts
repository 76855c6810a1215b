import { localeOf, type Locale } from './translate.ts';

/** The languages that `--locale` takes. */
export const LOCALES: readonly Locale[] = ['ja', 'en'];

/**
 * The language to speak, before the arguments are parsed: what is wrong with them is said in it too.
 * @param args the command line without the program's name
 * @param told the language of who started the program, where it says so; it comes before what the environment says
 */
export function localeFrom(args: readonly string[], env: Record<string, string | undefined>, told?: string): Locale {
  const asked = optionValue(args);
  const known = LOCALES.find((locale) => locale === asked);
  if (known !== undefined) return known;
  const tags = [told, env['LC_ALL'], env['LC_MESSAGES'], env['LANG']];
  return localeOf(tags.find((tag) => tag !== undefined && tag !== '' && !/^(?:C|POSIX)(?:\.|$)/i.test(tag)));
}

function optionValue(args: readonly string[]): string | undefined {
  const name = '--locale';
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const at = options.findLastIndex((one) => one === name || one.startsWith(`${name}=`));
  return options[at] === name ? options[at + 1] : options[at]?.slice(name.length + 1);
}
