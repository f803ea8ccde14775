import type { SecretFiles } from './secret-file';
import { isReadableSecret } from './secrets';
import type { Settings } from './setting-rules';
import { formatValue } from './format-value';
import type { Rule } from './validation';

const PROVIDERS = 'config.providers';
export const FILE_PROVIDER = 'org.apache.kafka.common.config.provider.FileConfigProvider';

/** What a product of Kafka's family may refer to in its settings, and a Connect worker's connectors in theirs. */
export interface Resolvable {
  /** The providers by their names. */
  readonly providers: readonly string[];
  /** The files that the provider `file` reads; undefined where nobody knows. */
  readonly files?: readonly string[];
  /** The files by which those who resolve log in themselves. */
  readonly own?: readonly string[];
}

/** Of which there is anything to name: what is in PEM has no properties. */
const pathsOf = (secretFiles: SecretFiles = {}): string[] =>
  Object.keys(secretFiles).filter((path) => !/\.(pem|crt)$/.test(path));

const providersIn = (settings: Settings): string[] =>
  String(settings[PROVIDERS] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** The settings by which secret files can be named: `${file:/run/secrets/my.properties:key}`. */
export function fileProvider(settings: Settings, secretFiles?: SecretFiles): Settings {
  const paths = pathsOf(secretFiles);
  const own = providersIn(settings);
  if (paths.length === 0 || own.includes('file')) return {};
  return {
    [PROVIDERS]: [...own, 'file'].join(','),
    [`${PROVIDERS}.file.class`]: FILE_PROVIDER,
    [`${PROVIDERS}.file.param.allowed.paths`]: paths.join(','),
  };
}

export function resolvable(settings: Settings, secretFiles?: SecretFiles): Resolvable {
  const own = providersIn(settings);
  if (own.includes('file')) return { providers: own };
  const files = pathsOf(secretFiles);
  return { providers: files.length > 0 ? [...own, 'file'] : own, files };
}

/** What a provider may be called, but for what languages of templates have before a colon, too. */
const PROVIDER_NAME =
  /^(?!(date|header|headers|property|exchangeProperty|random|ref|timestamp)$)[a-zA-Z][\w-]*$/;

/**
 * References in settings that nobody resolves, so that the product takes their text itself: those to a provider that is not
 * declared, and all that stand where a secret would.
 */
export function unresolved(settings: Settings, { providers, files }: Resolvable): string[] {
  const isUnresolved = (setting: string, value: string, text: string, reference: string): boolean => {
    const [provider = '', ...rest] = reference.split(':');
    if (!providers.includes(provider) || rest.length === 0)
      return (
        (PROVIDER_NAME.test(provider) && rest.length > 0 && !/^-/.test(rest[0] ?? '')) ||
        isReadableSecret(setting, value.replace(text, 'x'))
      );
    return provider === 'file' && files !== undefined && !files.includes(rest.slice(0, -1).join(':'));
  };
  return Object.entries(settings).flatMap(([setting, value]) =>
    referencesIn(value)
      .filter(([text, reference = '']) => isUnresolved(setting, String(value), text, reference))
      .map(([text]) => text),
  );
}

/** References to some files, by whatever provider: `${file:<path>:key}`, or a folder and a file in it. */
export function referencesTo(paths: readonly string[], settings: Settings): string[] {
  const isTo = (reference: string): boolean => {
    const [, folder = '', ...names] = reference.split(':');
    return paths.some((path) => path === folder || path === [folder, ...names].join('/'));
  };
  return Object.values(settings).flatMap((value) =>
    referencesIn(value)
      .filter(([, reference = '']) => isTo(reference))
      .map(([text]) => text),
  );
}

const referencesIn = (value: Settings[string]): RegExpExecArray[] => [
  ...String(value).matchAll(/\$\{(?!TfToken\[)([^{}]*)\}/g),
];

/** How a reference is resolved. @param who is given the file: `workers` */
export const howToResolve = (references: readonly string[], who: string): string => {
  const path = /^\$\{file:([^:}]+):/.exec(references[0] ?? '')?.[1] ?? '/run/secrets/my.properties';
  return `give the ${who} secretFiles: { ${formatValue(path)}: SecretFile.fromHost('/folder/my.properties') } and name it as \${file:${path}:key}`;
};

/** Providers that are named, and of which nobody says what they are: Kafka leaves them out without a word. */
const withoutClass = ({ settings }: { readonly settings: Settings }): string[] =>
  providersIn(settings)
    .map((name) => `${PROVIDERS}.${name}.class`)
    .filter((name) => !(name in settings));

export const CLASS_OF_PROVIDER: Rule<{ readonly settings: Settings }> = {
  requires: 'Each of config.providers has its class.',
  fails: (facts) => withoutClass(facts).length > 0,
  message: (facts) =>
    `settings: ${withoutClass(facts).join(', ')} must be set, or nothing is resolved by it; a file of secretFiles needs no provider of its own.`,
  source: 'org.apache.kafka.common.config.AbstractConfig#instantiateConfigProviders',
};

/** The rule of every product of Kafka's family. @param who has the settings: `brokers` */
export function resolvedReferences<Facts extends { settings: Settings; secretFiles?: SecretFiles }>(
  who: string,
): Rule<Facts> {
  const wrong = ({ settings, secretFiles }: Facts): string[] =>
    unresolved(settings, resolvable(settings, secretFiles));
  return {
    requires:
      'What settings refer to is a file of secretFiles, or of a provider that config.providers names.',
    fails: (facts) => wrong(facts).length > 0,
    message: (facts) =>
      `settings refer to ${wrong(facts).join(', ')}, which cannot be resolved; ${howToResolve(wrong(facts), who)}.`,
    source: 'org.apache.kafka.common.config.provider.FileConfigProvider',
  };
}
