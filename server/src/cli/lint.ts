import { Option, type Command } from 'commander';
import { lint } from '../lint/lint.ts';
import type { Profile } from '../lint/rule.ts';
import { today } from '../today.ts';
import { PROFILES, type Settings } from '../workspace/config.ts';
import { layered } from '../workspace/layers.ts';
import { STATUS, UsageError, failureLine, type Context, type Status } from './context.ts';
import { STDIN, findFiles } from './files.ts';
import { githubReporter } from './format/github.ts';
import { jsonReporter } from './format/json.ts';
import type { Counts, FileResult, Reporter, ReporterOptions } from './format/reporter.ts';
import { sarifReporter } from './format/sarif.ts';
import { textReporter } from './format/text.ts';
import { Gathered } from './gathered.ts';
import { collect, count, oneOf } from './options.ts';
import { Progress } from './progress.ts';
import { readingAhead } from './read-ahead.ts';
import { readSeverities } from './severities.ts';
import { readSource, sheetOf } from './source.ts';
import { contextsFor } from './workspace.ts';

const REPORTERS: Record<string, (options: ReporterOptions) => Reporter> = {
  text: textReporter, json: jsonReporter, sarif: sarifReporter, github: githubReporter,
};

interface LintFlags {
  format: string;
  profile?: Profile;
  rule?: string[];
  maxWarnings?: number;
  stdinFilename?: string;
  showSuppressed?: boolean;
}

/** Declares `sds lint`. */
export function addLint(program: Command, context: Context, finish: (status: Status) => void): void {
  const { translate } = context;
  const formats = Object.keys(REPORTERS);
  program.command('lint')
    .description(translate({ key: 'cli.lint.description' }))
    .argument('<path...>', translate({ key: 'cli.argument.paths' }))
    .addOption(new Option(`--format <${formats.join('|')}>`, translate({ key: 'cli.option.format' })).argParser(oneOf('--format', formats)).default('text'))
    .addOption(new Option(`--profile <${PROFILES.join('|')}>`, translate({ key: 'cli.option.profile' })).argParser(oneOf('--profile', PROFILES)))
    .addOption(new Option('--rule <CODE=SEVERITY>', translate({ key: 'cli.option.rule' })).argParser(collect))
    .addOption(new Option('--max-warnings <N>', translate({ key: 'cli.option.max-warnings' })).argParser(count('--max-warnings')))
    .option('--stdin-filename <NAME>', translate({ key: 'cli.option.stdin-filename' }))
    .option('--show-suppressed', translate({ key: 'cli.option.show-suppressed' }))
    .action(async (paths: string[], flags: LintFlags) => finish(await lintFiles(paths, flags, context)));
}

async function lintFiles(paths: string[], flags: LintFlags, context: Context): Promise<Status> {
  const { io, translate } = context;
  if (flags.stdinFilename !== undefined && !paths.includes(STDIN)) throw new UsageError({ key: 'cli.usage.stdin-filename' });
  const failures: string[] = [];
  const progress = new Progress(io, translate);
  const output = new Gathered(io.stdout);
  const noting: Context = {
    ...context,
    fail: async (message) => {
      failures.push(failureLine(message, translate).trim());
      await output.flush();
      await progress.clear();
      await context.fail(message);
    },
    note: async (message) => {
      await output.flush();
      await progress.clear();
      await context.note(message);
    },
  };
  const { severities, problems: badRules } = readSeverities(flags.rule ?? []);
  const asked: Settings = { ...(flags.profile ? { profile: flags.profile } : {}), rules: severities };
  const { files, problems } = await findFiles(paths, io.cwd, flags.stdinFilename);
  for (const problem of [...badRules, ...problems]) await noting.fail(problem);

  const colour = io.stdout.isTTY && !io.env['NO_COLOR'];
  const reporter = REPORTERS[flags.format]!({ locale: context.locale, translate, version: context.version, showSuppressed: flags.showSuppressed === true, colour });
  const counts: Counts = { error: 0, warning: 0, info: 0, hint: 0 };
  let suppressed = 0;
  let checked = 0;
  const write = async (text: string): Promise<void> => {
    if (text === '') return;
    await progress.clear();
    await output.write(text);
  };
  await write(reporter.start());
  // One after the other: whatever their number, one sheet at a time is in memory, and the results stay in order.
  const surroundings = contextsFor(noting);
  const date = today();
  const reading: Context = { ...noting, io: { ...io, readFile: readingAhead(io, files.flatMap((file) => file.path ?? [])) } };
  for (const [done, file] of files.entries()) {
    await progress.update(done, files.length);
    const source = await readSource(file, reading);
    if (source === undefined) continue;
    const here = await surroundings(file);
    const sheet = sheetOf(source.text, file, here.context);
    const result: FileResult = { file: file.name, sheet, findings: lint(sheet, { ...layered(here.settings, asked), today: date, showSuppressed: true }) };
    for (const finding of result.findings) {
      if (finding.suppressed) suppressed += 1;
      else counts[finding.severity] += 1;
    }
    checked += 1;
    await write(reporter.file(result));
  }
  await progress.clear();
  await write(reporter.end({ files: checked, counts, suppressed, failures }));
  await output.flush();
  const tooMany = flags.maxWarnings !== undefined && counts.warning > flags.maxWarnings;
  if (tooMany) await io.stderr.write(failureLine({ key: 'cli.lint.too-many-warnings', args: { count: counts.warning, limit: flags.maxWarnings! } }, translate));
  if (failures.length > 0) return STATUS.failed;
  return counts.error > 0 || tooMany ? STATUS.found : STATUS.fine;
}
