import type { DialectData } from '../catalogue/dialect.ts';
import { createForm } from '../catalogue/form-index.ts';
import type { FormData } from '../catalogue/form.ts';
import { createGuideline } from '../catalogue/guideline-index.ts';
import type { GuidelineData } from '../catalogue/guideline.ts';
import type { OfficialData } from '../catalogue/official.ts';
import { BEGINNING, firstOf, type Problem } from './problem.ts';
import type { Validate, Validators } from './validators.ts';
import { DATA_LIMITS, OFFICIAL_LIMITS, readYamlFile, type Place, type YamlFile } from './yaml-file.ts';

/** What the schema cannot say is wrong with data, and where. */
export interface Fault {
  place: Place;
  message: Problem['message'];
  info?: true;
}

/** A file's data, where nothing is wrong with it. */
export interface ReadData<Data> {
  data?: Data;
  problems: Problem[];
  file: YamlFile;
}

/** Reads the text of a form; data that is returned can be indexed and used by everything else. */
export function readForm(text: string, validators: Validators, dialect: DialectData): ReadData<FormData> {
  return read<FormData>(text, validators, validators.form, (form) => validators.formFaults(form, dialect), createForm);
}

/** Reads the text of a guideline; data that is returned can be indexed and used by everything else. */
export function readGuideline(text: string, validators: Validators): ReadData<GuidelineData> {
  return read<GuidelineData>(text, validators, validators.guideline, (guideline) => validators.guidelineFaults(guideline), createGuideline);
}

/** Reads the text of a file of official text. Whether its guideline is there, others know. */
export function readOfficial(text: string, validators: Validators): ReadData<OfficialData> {
  return read<OfficialData>(text, validators, validators.official, () => [], () => undefined, OFFICIAL_LIMITS);
}

function read<Data>(text: string, { schemaProblems }: Validators, validate: Validate, check: (data: Data) => Fault[], index: (data: Data) => unknown, limits = DATA_LIMITS): ReadData<Data> {
  const file = readYamlFile(text, limits);
  if (file.problems.length > 0) return { problems: file.problems, file };
  const problems = schemaProblems(file, validate);
  if (problems.length > 0) return { problems, file };
  const data = file.value as Data;
  const faults = check(data);
  if (faults.length > 0) return { problems: firstOf(faults, (fault) => located(fault, file)), file };
  try {
    index(data);
    return { data, problems: [], file };
  } catch {
    // Nothing that the checks know of; but a file of the user's must never stop the program.
    return { problems: [{ message: { key: 'workspace.unusable' }, range: BEGINNING }], file };
  }
}

/** @returns a fault as a problem of the file that it was found in */
export function located({ place, message, info }: Fault, file: YamlFile): Problem {
  return { message, range: file.rangeOf(place), ...(info ? { info } : {}) };
}
