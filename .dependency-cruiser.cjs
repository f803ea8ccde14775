// main → stacks → apps → constructs/<product> → constructs/core, and beside the program cli, tools, demo and bench.
const OURS = '^(main\\.ts$|__tests__/|apps/|bench/|cli/|constructs/|demo/|examples/|stacks/|tools/)';

/** What is in `from` imports of this repository nothing but `to`; `$1` is what `from` has in its brackets. */
const only = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: OURS, pathNot: to },
});

/** Nobody but `from` imports `to`. */
const owned = (name, to, from, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: from },
  to: { path: to },
});

// A workspace is found by the folder that its package is linked to.
const BINDINGS_OF = (provider) => `provider(-|s/)${provider}/`;

const CONSTRUCTS = [
  only(
    'library',
    '^constructs/',
    '^constructs/',
    'The library knows nothing of stacks, commands or the program.',
  ),
  only(
    'core',
    '^constructs/(core|providers)/',
    '^constructs/$1/',
    'core and providers are what all products share; they know none of them.',
  ),
  only(
    'products',
    '^constructs/(?!core/|providers/)([^/]+)/',
    [
      '^constructs/(core|$1)/',
      '^constructs/[^/]+/(interfaces|operator)\\.ts$',
      '^constructs/kafka/(acl-rule|acls-of|allowed-urls|client-identity|client-settings|kafka-client|kafka-topic|retention)\\.ts$',
      '^constructs/schema-registry/registry-client\\.ts$',
      '^constructs/providers/restful\\.ts$',
    ],
    "Import another product's interfaces.ts, or what an operator of it is told (operator.ts), also for types; never its class.",
  ),
  owned(
    'relations-to-kafka',
    '^constructs/kafka/kafka-client\\.ts$',
    '^constructs/(container-app|kafka|spark)/',
    'Only applications relate to Kafka in this way.',
  ),
  owned(
    'topics',
    '^constructs/kafka/kafka-topic\\.ts$',
    '^(stacks/|constructs/(index\\.ts$|(connect|kafka|schema-registry)/))',
    'Connect and the registry keep what they share in topics, so they make topics; others take an IKafkaTopic.',
  ),
  owned(
    'docker-bindings',
    BINDINGS_OF('docker'),
    '^constructs/(core|providers)/',
    'Only constructs/core knows Docker: describe a service, the platform runs it.',
  ),
  owned(
    'kafka-bindings',
    BINDINGS_OF('kafka(-connect)?'),
    '^constructs/(connect|kafka|providers)/',
    'Only constructs/kafka and constructs/connect import the Kafka bindings.',
  ),
  owned(
    'rest-bindings',
    '^constructs/providers/',
    '^constructs/(providers|schema-registry)/',
    'What hands the bindings on is for users; only constructs/schema-registry imports the REST resources in it.',
  ),
];

const PROGRAM = [
  only(
    'main',
    '^main\\.ts$',
    '^(stacks|constructs/core)/',
    'main.ts builds stacks; what they are made of is their matter.',
  ),
  only(
    'stacks',
    '^stacks/',
    '^(apps|constructs|stacks)/',
    'A stack imports other stacks, applications and constructs, nothing above or beside them.',
  ),
  only(
    'apps',
    '^(apps/[^/]+|examples)/',
    '^($1/|constructs/index\\.ts$)',
    'Examples and applications use what the library exports, as everybody does: import from its index.',
  ),
  {
    name: 'environment',
    comment: 'Only main.ts reads the environment; take what you need as a property.',
    severity: 'error',
    from: { path: '^(apps|constructs|examples|stacks)/' },
    to: { path: '^(node:)?process$', dependencyTypes: ['core'] },
  },
];

/** What parts of the command know of the library beside its labels: what writes programs, and what looks for names. */
const KNOWN_BY = {
  'from-cluster': ['^constructs/core/secrets\\.ts$'],
  records: ['^constructs/core/nearest\\.ts$'],
};

/** A folder of the command and what it is made of, beside labels and what all of the command shares. */
const command = (folder, ...below) =>
  only(
    `command-${folder}`,
    `^cli/${folder}/`,
    [
      '^cli/[^/]+$',
      ...[folder, ...below].map((each) => `^cli/${each}/`),
      '^constructs/core/labels\\.ts$',
      ...(KNOWN_BY[folder] ?? []),
      '^constructs/local-images/local-images\\.ts$',
    ],
    'Commands are made of steps, steps of the engine, Docker and the set-up; of the program they know synthesized stacks and their labels (constructs/core/labels).',
  );

const COMMAND = [
  only(
    'command',
    '^cli/[^/]+$',
    '^cli/([^/]+$|commands/)',
    'What all of the command shares knows none of its parts; bin.ts starts the commands.',
  ),
  command('engine'),
  command('docker', 'engine'),
  command('setup', 'engine'),
  only(
    'command-compose',
    '^cli/compose/',
    [
      '^cli/(program\\.ts$|compose/)',
      '^constructs/core/(checks|command-secrets|container-description|image-reference|plain-sight|properties)\\.ts$',
      '^constructs/(connect/worker|kafka/broker|schema-registry/registry)-settings\\.ts$',
    ],
    'What writes programs knows nothing of stacks and Engines; of the library it asks the checks by which its words would be refused.',
  ),
  command('kubernetes', 'engine'),
  command('steps', 'docker', 'engine', 'kubernetes', 'setup'),
  command('status', 'docker', 'engine', 'kubernetes', 'setup'),
  command('from-cluster', 'docker', 'engine'),
  command('records', 'docker', 'engine', 'status'),
  command(
    'commands',
    'compose',
    'docker',
    'engine',
    'from-cluster',
    'kubernetes',
    'records',
    'setup',
    'status',
    'steps',
  ),
  {
    name: 'engine-without-docker',
    comment: 'The engine asks whatever runs containers by cli/engine/runtime.ts, which cli/docker answers.',
    severity: 'error',
    from: { path: '^cli/engine/' },
    to: { path: '(^|/)dockerode(/|$)' },
  },
  owned(
    'local-images',
    '^constructs/local-images/',
    '^(cli/setup|constructs/local-images|stacks|tools)/',
    'The library names published images; those of the family `local` are chosen by a program and built by the set-up.',
  ),
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Two files that import each other, even types alone, are one: cut out what both need.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...PROGRAM,
    ...CONSTRUCTS,
    ...COMMAND,
    {
      name: 'used-by-nobody',
      comment: 'What keeps, shows and measures this repository is used by nobody else.',
      severity: 'error',
      from: { path: '^([^/]+)' },
      to: { path: '^(__tests__|bench|demo|tools)/', pathNot: '^$1/' },
    },
  ],
  options: {
    // Types, too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['(^|/)node_modules/', '^(dist|providers)/'] },
  },
};
