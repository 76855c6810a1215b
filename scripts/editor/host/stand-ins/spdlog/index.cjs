// VS Code writes its logs and its output channels with this. The original is a compiled add-on that writes rotating
// files in the background; here the files are small and short-lived, so they are simply appended to.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
const INFO = LEVELS.indexOf('info');

/** @param {string} file */
function createLogger(file) {
  let lowest = INFO;
  let formatted = true;

  /**
   * @param {number} level
   * @param {string} message
   */
  function write(level, message) {
    if (level < lowest) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    try {
      fs.appendFileSync(file, formatted ? `${time} [${LEVELS[level]}] ${message}\n` : message);
    } catch {
      // A log that cannot be written must not stop what it tells about.
    }
  }

  return {
    ...Object.fromEntries(LEVELS.map((name, level) => [name, (/** @type {string} */ message) => write(level, message)])),
    getLevel: () => lowest,
    setLevel: (/** @type {number} */ level) => void (lowest = level),
    setPattern() {},
    /** From now on messages bring their own line ends. */
    clearFormatters: () => void (formatted = false),
    flush() {},
    drop() {},
  };
}

/**
 * @param {string} _name
 * @param {string} file
 */
async function createRotatingLogger(_name, file) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return createLogger(file);
}

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createRotatingLogger;
exports.createAsyncRotatingLogger = createRotatingLogger;
