// The user data that a VS Code server starts with.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A quiet, offline editor that shows what a user sees on a desktop. */
const SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  // VS Code in a browser saves by itself after a second; the desktop does not, and neither does the demo.
  'files.autoSave': 'off',
  'files.hotExit': 'off',
};

/**
 * @param {string} dataFolder The server's `--server-data-dir`.
 * @param {Record<string, unknown>} settings Added to the settings above.
 */
export async function writeUserData(dataFolder, settings) {
  const userData = path.join(dataFolder, 'data');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await writeJson(path.join(userData, 'User', 'settings.json'), { ...SETTINGS, ...settings });
  await offerJapanese(userData);
}

/**
 * Lets a browser that prefers Japanese have `vscode.env.language === 'ja'`, as on a desktop with the Japanese language
 * pack. VS Code speaks only the languages it has a pack for, so it is given one without translations: extensions are
 * then Japanese, and VS Code's own menus stay English. The argv.json without a `locale` makes the browser's choice count.
 * @param {string} userData
 */
async function offerJapanese(userData) {
  const messages = path.join(userData, 'ja.i18n.json');
  await writeJson(messages, { contents: {} });
  await writeJson(path.join(userData, 'languagepacks.json'), {
    ja: {
      hash: 'untranslated',
      label: '日本語',
      extensions: [{ extensionIdentifier: { id: 'sds-authoring.untranslated-ja' }, version: '0.0.0' }],
      translations: { vscode: messages },
    },
  });
  await writeJson(path.join(userData, 'User', 'argv.json'), {});
}

/**
 * Installs extension folders where they are, as VS Code records an installation.
 * @param {string} extensionsFolder The server's `--extensions-dir`.
 * @param {string[]} folders
 */
export async function installFolders(extensionsFolder, folders) {
  await mkdir(extensionsFolder, { recursive: true });
  const records = [];
  for (const folder of folders) {
    const manifest = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    records.push({
      identifier: { id: `${manifest.publisher}.${manifest.name}` },
      version: manifest.version,
      location: { $mid: 1, path: decodeURIComponent(pathToFileURL(folder).pathname), scheme: 'file' },
      metadata: { source: 'resource' },
    });
  }
  await writeJson(path.join(extensionsFolder, 'extensions.json'), records);
}

/**
 * @param {string} file
 * @param {unknown} value
 */
function writeJson(file, value) {
  return writeFile(file, JSON.stringify(value, undefined, 2));
}
