import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { check, listOf, text } from '../core/checks';
import type { ContainerImage } from '../core/container-image';
import type { ImageBuild } from '../core/image-build';
import { validateOptions, required, type Check, type Properties } from '../core/properties';
import { formatValue } from '../core/format-value';

/** What a single Python file needs beside it. */
export interface PythonCodeOptions {
  /** Paths of the Python modules that it imports from its own folder. @default - none */
  readonly modules?: readonly string[];
}

/** What of a folder is run, and what it needs. */
export interface PythonFolderOptions {
  /** The Python file to submit, by its path in the folder. @default 'main.py' */
  readonly main?: string;
  /**
   * What `pip` installs, by its path in the folder: packages that have wheels for the Python of Spark's image, each with
   * its version. @default - nothing
   */
  readonly requirements?: string;
}

/**
 * What an application on Spark runs. Its files are read at synth: a change makes the driver anew. One that cannot be is
 * refused by the application that it is given to.
 * @see https://spark.apache.org/docs/3.5.7/submitting-applications.html
 */
export class SparkCode {
  /**
   * A Python file, and the modules beside it.
   * @param file path of the file to submit
   */
  public static python(file: string, options: PythonCodeOptions = {}): SparkCode {
    const { right, problem } = validateOptions('SparkCode', PYTHON_CODE_PROPERTIES, { file }, options);
    const paths = [...(right.file === undefined ? [] : [right.file]), ...(right.modules ?? [])];
    const files = problem === undefined ? paths.map((path) => [inContainer(path), readPython(path)]) : [];
    return new SparkCode(
      paths.slice(0, 1).map(inContainer),
      problem ?? namesakeProblem(paths),
      Object.fromEntries(files) as Record<string, string>,
    );
  }

  /**
   * A folder of Python, and the packages that it requires: the deploy puts both into the driver's image, and executors
   * get them from the driver.
   * @param path of the folder, all of which is taken
   */
  public static folder(path: string, options: PythonFolderOptions = {}): SparkCode {
    const { right, problem } = validateOptions('SparkCode', PYTHON_FOLDER_PROPERTIES, { path }, options);
    const { main = 'main.py', requirements = '' } = right;
    const missing =
      problem === undefined ? [main, requirements].filter((file) => !existsSync(join(path, file))) : [];
    const files = { Dockerfile: join(__dirname, 'images', 'folder.Dockerfile'), app: path };
    return new SparkCode(
      [`${FOLDER}/${main}`],
      problem ?? (missing.length > 0 ? notInFolder(path, missing) : undefined),
      {},
      ({ fetcher }) => ({ name: 'app', files, arguments: { FETCHER: fetcher, REQUIREMENTS: requirements } }),
      { PYTHONPATH: `${FOLDER}/.packages` },
      // Each executor unpacks it where it runs, and imports from there.
      { 'spark.archives': `${FOLDER}.zip#app`, 'spark.executorEnv.PYTHONPATH': 'app:app/.packages' },
    );
  }

  /**
   * A program for the JVM, which the deploy puts into the driver's image; executors get it from the driver.
   * @param path of a jar with all that it needs beside Spark, of Scala 2.12 where it is in Scala
   * @param mainClass full name of the class whose `main` is run
   */
  public static jar(path: string, mainClass: string): SparkCode {
    const { problem } = validateOptions('SparkCode', JAR_CODE_PROPERTIES, { path, mainClass });
    const files = { Dockerfile: join(__dirname, 'images', 'application.Dockerfile'), 'app.jar': path };
    return new SparkCode(['--class', mainClass, inContainer('app.jar')], problem, {}, () => ({
      name: 'app',
      files,
    }));
  }

  /**
   * What the image carries already: Python, or a jar. On Kubernetes, where no image is built, what is more than a few Python
   * files is so.
   * @param path absolute, in the image
   * @param mainClass of a jar: full name of the class whose `main` is run. @default - none: it is Python
   */
  public static inImage(path: string, mainClass?: string): SparkCode {
    const given = { path, ...(mainClass !== undefined && { mainClass }) };
    const { problem } = validateOptions('SparkCode', IN_IMAGE_CODE_PROPERTIES, given);
    return new SparkCode(mainClass === undefined ? [path] : ['--class', mainClass, path], problem);
  }

  private constructor(
    /** How spark-submit is told of it, before the application's own arguments. @internal */
    public readonly submitted: readonly string[],
    /** Why it cannot be. */
    public readonly problem?: string,
    /** Text by its path in the container. @internal */
    public readonly files: Readonly<Record<string, string>> = {},
    /** How it gets into the driver's image; undefined where `files` are all. @internal */
    public readonly build?: (image: ContainerImage) => ImageBuild,
    /** What the driver is told. @internal */
    public readonly environment: Readonly<Record<string, string>> = {},
    /** How executors get it. @internal */
    public readonly settings: Readonly<Record<string, string>> = {},
  ) {}
}

/** Where the application is in its container. */
const FOLDER = '/opt/app';

function inContainer(path: string): string {
  return `${FOLDER}/${basename(path)}`;
}

const notInFolder = (path: string, files: readonly string[]): string =>
  `is SparkCode in which main and requirements must be files of ${formatValue(path)}; got ${files.map(formatValue).join(', ')}, of which there is none`;

/** @throws TypeError if it is not in UTF-8, for another text would arrive in the container */
function readPython(path: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
}

/** File names that more than one path ends with: in the container all are in one folder. */
function namesakeProblem(paths: readonly string[]): string | undefined {
  const names = paths.map((path) => basename(path));
  const twice = names.find((name, index) => names.indexOf(name) < index);
  return twice === undefined
    ? undefined
    : `is SparkCode in which modules must have file names of their own, because all are put into one folder; got ${formatValue(twice)} twice, rename one`;
}

const SUBMITTING = 'https://spark.apache.org/docs/3.5.7/submitting-applications.html';

// spark-submit knows either by its ending.
const PYTHON_FILE = readable('the path of a Python file (.py) that can be read', /\.py$/, readPython);
const JAR = readable('the path of a jar that can be read', /\.jar$/, (path) => {
  accessSync(path, constants.R_OK);
  if (!statSync(path).isFile()) throw new Error('it is not a file');
});

function readable(allowed: string, name: RegExp, read: (path: string) => unknown): Check {
  const path = text(SUBMITTING, allowed, name);
  return {
    ...path,
    problem: (value) => {
      const problem = path.problem(value);
      if (problem !== undefined) return problem;
      try {
        read(value as string);
        return undefined;
      } catch (error) {
        // Node's message goes on with the system call and the whole path.
        const why = (error as Error).message.split(',')[0];
        return `must be ${allowed}; got ${formatValue(value)} (${String(why)})`;
      }
    },
  };
}

export const PYTHON_CODE_PROPERTIES: Properties<PythonCodeOptions & { readonly file: string }> = {
  file: required(PYTHON_FILE),
  modules: listOf(PYTHON_FILE),
};

const IN_FOLDER = /^(?!\/)(?!(.*\/)?\.\.(\/|$)).+/;

export const PYTHON_FOLDER_PROPERTIES: Properties<PythonFolderOptions & { readonly path: string }> = {
  path: required(readable('the path of a folder that can be read', /./, (path) => readdirSync(path))),
  main: text(
    SUBMITTING,
    'the path of a Python file (.py) in the folder',
    new RegExp(`${IN_FOLDER.source}\\.py$`),
  ),
  requirements: text(
    'https://pip.pypa.io/en/stable/reference/requirements-file-format/',
    'the path of a file in the folder',
    IN_FOLDER,
  ),
};

const MAIN_CLASS = check(
  SUBMITTING,
  "the full name of a class, such as 'com.example.Main'",
  (name) => typeof name === 'string' && /^[\p{L}_$][\p{L}\d_$]*(\.[\p{L}_$][\p{L}\d_$]*)*$/u.test(name),
);

export const IN_IMAGE_CODE_PROPERTIES: Properties<{ readonly path: string; readonly mainClass?: string }> = {
  path: required(
    text(SUBMITTING, 'the absolute path of a Python file (.py) or a jar in the image', /^\/.+\.(py|jar)$/),
  ),
  mainClass: MAIN_CLASS,
};

export const JAR_CODE_PROPERTIES: Properties<{ readonly path: string; readonly mainClass: string }> = {
  path: required(JAR),
  mainClass: required(MAIN_CLASS),
};
