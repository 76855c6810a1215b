import { createCatalogue, type Catalogue, type CatalogueData } from '../catalogue/catalogue.ts';
import type { FormData } from '../catalogue/form.ts';
import type { GuidelineData } from '../catalogue/guideline.ts';
import { withOfficial, type OfficialData } from '../catalogue/official.ts';
import { NO_SETTINGS, type Settings } from './config.ts';
import { located, type Fault } from './data.ts';
import type { DataFile, SdsFolder } from './folder.ts';
import { firstOf, type Problem } from './problem.ts';

/** What is wrong with one file. */
export interface FileProblems {
  uri: string;
  problems: Problem[];
}

/** What holds for the sheets in a folder. */
export interface Workspace {
  catalogue: Catalogue;
  /** As `.sds/config.yaml` says. */
  settings: Settings;
  /** Every file that was read, also where nothing is wrong with it. */
  files: FileProblems[];
}

/**
 * Puts together what ships and what folders `.sds` add to it.
 * @param folders the nearest first: its forms and guidelines replace others of the same id, and the nearest
 *   `config.yaml` is the only one that counts
 * @param personal official text that the user keeps for all sheets; what the folders have comes first
 */
export function compose(shipped: CatalogueData, folders: SdsFolder[], personal: DataFile<OfficialData>[] = []): Workspace {
  const outward = [...folders].reverse();
  const forms = outward.flatMap((folder) => firstOfId(folder.forms));
  const guidelines = outward.flatMap((folder) => firstOfId(folder.guidelines));
  const all: GuidelineData[] = [...shipped.guidelines, ...guidelines.flatMap(({ data }) => data ?? [])];
  const officials = [...folders.flatMap((folder) => folder.officials), ...personal].flatMap(({ data }) => data ?? []);
  const catalogue = createCatalogue({
    dialect: shipped.dialect,
    forms: [...shipped.forms, ...forms.flatMap(({ data }) => data ?? [])],
    guidelines: all.map((guideline) => withOfficial(guideline, officials)),
  });
  const config = folders.find((folder) => folder.config)?.config;
  const files: FileProblems[] = [
    ...folders.flatMap((folder) => folder.config ?? []).map(({ uri, problems }) => ({ uri, problems })),
    ...folders.flatMap((folder) => problemsOf(folder.guidelines, (guideline) => replaced('guideline', guideline, shipped.guidelines))),
    ...folders.flatMap((folder) => problemsOf(folder.forms, (form) => [...guidelineFaults(form, catalogue), ...replaced('form', form, shipped.forms)])),
    ...folders.flatMap((folder) => folder.officials).map((file) => problemsWith(file, (official) => officialFaults(official, catalogue))),
    // What the user keeps for another workspace's guideline is no fault of this one's.
    ...personal.map((file) => problemsWith(file, (official) => (catalogue.guidelines.some(({ id }) => id === official.guideline) ? officialFaults(official, catalogue) : []))),
  ];
  return { catalogue, settings: config?.settings ?? NO_SETTINGS, files };
}

function firstOfId<Data extends { id: string }>(files: DataFile<Data>[]): DataFile<Data>[] {
  return files.filter((file, at) => files.findIndex((other) => other.data?.id === file.data?.id) === at);
}

/** The problems of each file alone, or else with what is beside it. */
function problemsOf<Data extends { id: string }>(files: DataFile<Data>[], check: (data: Data) => Fault[]): FileProblems[] {
  const used = firstOfId(files);
  return files.map((file) => {
    const twice = (data: Data): Fault[] => [{ place: ['id'], message: { key: 'workspace.given-twice', args: { name: data.id } } }];
    return problemsWith(file, used.includes(file) ? check : twice);
  });
}

function problemsWith<Data>(file: DataFile<Data>, check: (data: Data) => Fault[]): FileProblems {
  const { uri, data, problems } = file;
  // Of a file that is wrong in itself the places are no longer those of the data that goes on being used.
  if (!data || problems.length > 0) return { uri, problems };
  return { uri, problems: firstOf(check(data), (fault) => located(fault, file.file)) };
}

/** Official text is of a guideline that is known, of its edition, and of items that it has. */
function officialFaults({ guideline: id, edition, items }: OfficialData, { guidelines }: Catalogue): Fault[] {
  const guideline = guidelines.find((one) => one.id === id);
  if (!guideline) return [{ place: ['guideline'], message: { key: 'workspace.official-unknown-guideline', args: { id, known: guidelines.map((one) => one.id).join(', ') } } }];
  if (edition !== guideline.data.edition) {
    return [{ place: ['edition'], message: { key: 'workspace.official-other-edition', args: { edition, expected: guideline.data.edition } } }];
  }
  return Object.keys(items).filter((ref) => !guideline.item(ref)).map((ref): Fault => (
    { place: ['items', ref], message: { key: 'workspace.official-unknown-item', args: { ref, guideline: guideline.data.title } } }));
}

/** Data of an id that ships takes its place. Meant, most likely; but nobody should wonder why the form is another one here. */
function replaced(kind: 'form' | 'guideline', { id }: { id: string }, shipped: readonly { id: string }[]): Fault[] {
  return shipped.some((one) => one.id === id) ? [{ place: ['id'], message: { key: 'workspace.replaces-shipped', args: { kind, id } }, info: true }] : [];
}

/** A form rests on a guideline that is known, and cites it as the guideline writes its references. */
function guidelineFaults(form: FormData, catalogue: Catalogue): Fault[] {
  const guideline = catalogue.guidelines.find(({ id }) => id === form.guideline.id);
  if (!guideline) {
    const known = catalogue.guidelines.map(({ id }) => id).join(', ');
    return [{ place: ['guideline', 'id'], message: { key: 'workspace.unknown-guideline', args: { id: form.guideline.id, known } } }];
  }
  return form.sections.flatMap((section, at) => section.rows.flatMap((row, index) => row.refs.flatMap((ref, place): Fault[] => {
    const canonical = guideline.grammar.parse(ref)?.canonical;
    if (canonical === ref) return [];
    const args = { id: ref, canonical: canonical ?? '', readable: canonical === undefined ? 'no' : 'yes' };
    return [{ place: ['sections', at, 'rows', index, 'refs', place], message: { key: 'workspace.not-canonical', args } }];
  })));
}
