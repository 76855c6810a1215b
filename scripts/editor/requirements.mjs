// What the browser tests need beyond npm: a Chromium, and a font with Japanese glyphs.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, mayInstall } from './apt.mjs';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const CHROMIUM_ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Something is missing that could not be installed; the message is the one line a person needs. */
export class MissingRequirement extends Error {}

/**
 * Finds a Chromium and a Japanese font, or installs them where that is possible (Debian, as root).
 * @returns {{ chromium: string }}
 */
export function browserRequirements() {
  const missing = [];
  if (findChromium() === undefined) missing.push('chromium');
  if (!hasJapaneseFont()) missing.push('fonts-noto-cjk');
  if (missing.length > 0 && mayInstall()) aptInstall(missing);

  const chromium = findChromium();
  if (chromium === undefined) {
    throw new MissingRequirement(
      'Missing: Chromium. Install it (Debian: apt-get install chromium) or set SDS_CHROMIUM to the executable of a Chromium or Chrome.',
    );
  }
  if (!hasJapaneseFont()) {
    throw new MissingRequirement(
      'Missing: a Japanese font. Install one (Debian: apt-get install fonts-noto-cjk).',
    );
  }
  return { chromium };
}

/** @returns {string | undefined} */
function findChromium() {
  const chosen = process.env['SDS_CHROMIUM'];
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new MissingRequirement(`SDS_CHROMIUM is not an executable: ${chosen}`);
  }
  return findOnPath(CHROMIUM_NAMES) ?? CHROMIUM_ELSEWHERE.find(isExecutable);
}

/**
 * @param {string[]} names In order of preference.
 * @returns {string | undefined}
 */
export function findOnPath(names) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const name of names) {
    for (const folder of folders) {
      for (const ending of endings) {
        const file = path.join(folder, name + ending);
        if (isExecutable(file)) return file;
      }
    }
  }
  return undefined;
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasJapaneseFont() {
  // macOS and Windows come with Japanese fonts.
  if (process.platform !== 'linux') return true;
  const listed = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' });
  if (listed.status === 0) return listed.stdout.trim() !== '';
  // Without fontconfig's own tool, the place where Debian puts the font.
  return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
}
