import { readFileSync } from 'node:fs';
import { SettingsError } from './settings-error.js';

/**
 * The environment of kafbat/kafka-ui as Spring Boot reads it: `${key}` stands for the line `key=…` of a file of properties
 * that `SPRING_CONFIG_IMPORT` names, so that no secret is in a variable.
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {Record<string, string | undefined>} of the settings of clusters and of this page alone
 * @throws {SettingsError} naming the file or the variable that is wrong
 */
export function resolved(environment) {
  const imported = (environment.SPRING_CONFIG_IMPORT ?? '')
    .split(/[,;]/)
    .filter((each) => each.trim() !== '');
  const lines = new Map(imported.flatMap((each) => [...linesOf(each.trim())]));
  return Object.fromEntries(
    Object.entries(environment)
      .filter(([name]) => /^(KAFKA_CLUSTERS|SERVER|AUTH|SPRING_SECURITY)_/.test(name))
      .map(([name, value]) => [name, value?.replace(/\$\{([^{}]+)\}/g, (_, key) => line(lines, key, name))]),
  );
}

/**
 * @param {ReadonlyMap<string, string>} lines
 * @param {string} key
 * @param {string} name
 */
function line(lines, key, name) {
  const value = lines.get(key);
  if (value === undefined)
    throw new SettingsError(
      `${name} refers to \${${key}}, and no file of SPRING_CONFIG_IMPORT has a line ${key}=…`,
    );
  return value;
}

/** @param {string} location `file:/folder/login.properties` */
function linesOf(location) {
  return readText('SPRING_CONFIG_IMPORT', location.replace(/^file:/, ''))
    .split(/\r?\n/)
    .flatMap((text) => {
      const [, key, value] = /^\s*([^\s#!=:][^\s=:]*)\s*[=:]\s*(.*)$/.exec(text) ?? [];
      return key === undefined || value === undefined ? [] : [/** @type {const} */ ([key, value])];
    });
}

/**
 * @param {string} variable that names the file
 * @param {string} path
 * @throws {SettingsError}
 */
export function readText(variable, path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new SettingsError(
      `${variable} names ${path}, which cannot be read: ${/** @type {Error} */ (error).message}.`,
    );
  }
}
