// Writes the tables of settings in constructs/core/settings/, each from its product's own classes: of the versions in
// images/images.json, with the jars of Maven Central. Needs Java 17 and Maven.
// With --check it writes nothing and fails when a table is not what it would write.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(fileURLToPath(import.meta.url), '..', '..');
const tables = join(root, 'constructs', 'core', 'settings');

const KAFKA = {
  product: 'kafka',
  program: 'Kafka.java',
  artifacts: (version) => [
    `org.apache.kafka:kafka_2.13:${version}`,
    `org.apache.kafka:connect-runtime:${version}`,
  ],
  options: [],
};

const spark = (scala) => ({
  product: 'spark',
  program: 'Spark.java',
  artifacts: (version) =>
    ['spark-sql', 'spark-streaming', 'spark-sql-kafka-0-10'].map(
      (artifact) => `org.apache.spark:${artifact}_${scala}:${version}`,
    ),
  // As spark-submit has them on Java 17; the host name is looked up while a registry is made, and is none of ours.
  options: [
    ...['java.lang', 'java.lang.invoke', 'java.util', 'java.nio', 'sun.nio.ch'].flatMap((opened) => [
      '--add-opens',
      `java.base/${opened}=ALL-UNNAMED`,
    ]),
    '-Dspark.driver.host=localhost',
    '-Duser.timezone=UTC',
  ],
});

/** By the image that has the version. */
const IMAGES = {
  kafka: KAFKA,
  'kafka-4': KAFKA,
  spark: spark('2.12'),
  'spark-4': spark('2.13'),
};

/** What a table is made from; recorded in it, so that a test without the product can tell when it is stale. */
export function inputs(image) {
  const { version } = JSON.parse(readFileSync(join(root, 'images', 'images.json'), 'utf8'))[image];
  const { product } = IMAGES[image];
  const program = readFileSync(join(root, 'tools', 'setting-tables', IMAGES[image].program));
  return { product, version, program: createHash('sha256').update(program).digest('hex') };
}

export const images = () => Object.keys(IMAGES);

function path(image) {
  const { product, version } = inputs(image);
  return join(tables, `${product}-${version}.json`);
}

const dependency = (coordinates) => {
  const [group, artifact, version] = coordinates.split(':');
  return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
};

/** Their jars and what these need, once downloaded. */
function classPath(work, artifacts) {
  const project = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>local</groupId><artifactId>tables</artifactId><version>1</version><packaging>pom</packaging>
<dependencies>${artifacts.map(dependency).join('')}</dependencies></project>`;
  writeFileSync(join(work, 'pom.xml'), project);
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';
  run('mvn', ['-B', '-ntp', '-q', goal, '-DincludeScope=runtime', '-DoutputDirectory=jars'], work);
  const jars = readdirSync(join(work, 'jars')).sort();
  return jars.map((jar) => join(work, 'jars', jar)).join(delimiter);
}

function run(command, args, cwd) {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe', maxBuffer: 2 ** 26 });
  } catch (error) {
    throw new Error(`${command} failed: ${error.message}\n${error.stdout ?? ''}`);
  }
}

function table(image) {
  const made = inputs(image);
  const { program, artifacts, options } = IMAGES[image];
  mkdirSync(join(root, '.cache'), { recursive: true });
  const work = mkdtempSync(join(root, '.cache', 'tables-'));
  try {
    const classes = classPath(work, artifacts(made.version));
    const source = join(root, 'tools', 'setting-tables', program);
    const lines = run('java', [...options, '-cp', classes, source], work);
    return `${JSON.stringify(made).slice(0, -1)},\n${lines.trim()}}\n`;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function renew(image, check) {
  const file = path(image);
  const fresh = table(image);
  JSON.parse(fresh);
  if (!check) writeFileSync(file, fresh);
  else if (readFileSync(file, 'utf8') !== fresh)
    throw new Error(`${file} is stale: run \`npm run setting-tables\` and commit it.`);
  console.log(`${file} is of ${image}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  try {
    if (!values.check) rmSync(tables, { recursive: true, force: true });
    mkdirSync(tables, { recursive: true });
    for (const image of images()) renew(image, values.check);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
