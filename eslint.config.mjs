import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// main → stacks → apps → constructs/<product> → constructs/core: each layer names what it may not reach.
const DOCKER_BINDINGS = {
  regex: '^@cdktf/provider-docker',
  message: 'Only constructs/core knows Docker: describe a service, the platform runs it.',
};
const KAFKA_BINDINGS = {
  regex: '^@cdktf/provider-kafka',
  message: 'Only constructs/kafka and constructs/connect import the Kafka bindings.',
};
const REST_BINDINGS = {
  regex: '/providers/restful$',
  message: 'Only constructs/schema-registry imports the REST bindings.',
};
const PRODUCTS_FROM_MAIN = {
  regex: '^\\./(apps/|constructs/(?!core/))',
  message: 'main.ts builds stacks; what they are made of is their matter.',
};
const UPWARDS_FROM_STACKS = {
  regex: '^\\.\\./(?!apps/|constructs/|images/)',
  message: 'A stack imports other stacks, applications, images and constructs, nothing above or beside them.',
};
const UPWARDS_FROM_CONSTRUCTS = {
  regex: '^\\.\\./\\.\\./',
  message: 'The library knows nothing of stacks, commands or the program.',
};
const OTHER_PRODUCTS = {
  regex: '^\\.\\./(?!core/|\\.\\./|[a-z-]+/references$|kafka/kafka-client$)',
  allowTypeImports: true,
  message: "Import another product's interface as a type, or what relates to it; never its class.",
};
// Connect and the registry keep what they share in topics, so they make topics.
const OTHER_PRODUCTS_THAN_TOPICS = {
  ...OTHER_PRODUCTS,
  regex: '^\\.\\./(?!core/|\\.\\./|[a-z-]+/references$|kafka/(kafka-topic|retention)$|providers/restful$)',
};
const ANYTHING_ABOVE_CORE = {
  regex: '^\\.\\./',
  message: 'core and providers are what all products share; they know none of them.',
};
const ANYTHING_ABOVE_THE_LIBRARY = {
  regex: '^\\.\\./',
  message: 'The library exports what is its own.',
};
const ALL_BUT_THE_LIBRARY = {
  regex: '^\\.\\.(?!(/\\.\\.)?/constructs$)',
  message:
    'Examples and applications use what the library exports, as everybody does: import from its index.',
};
const ALL_BUT_CORE = {
  regex: '^\\.\\./(?!constructs/core/)',
  message: 'Which images there are, stacks and the set-up ask; images know neither.',
};
const RUNTIMES = {
  regex: '^(\\.\\./)+docker/|^dockerode$',
  message: 'The engine asks whatever runs containers by cli/engine/runtime.ts, which cli/docker answers.',
};
const STEPS_AND_COMMANDS = {
  regex: '^(\\.\\./)+(commands|steps|setup)/',
  message:
    'Commands are made of steps, steps of the engine, Docker and the set-up; never the other way round.',
};
const CONSTRUCTS_FROM_COMMANDS = {
  regex: '^(\\.\\./)+(constructs/(?!core/labels$)|stacks/|main$)',
  message:
    'The commands know synthesized stacks and their labels (constructs/core/labels), not what made them.',
};
const ENVIRONMENT_MODULE = {
  regex: '^(node:)?process$',
  message: 'Only main.ts reads the environment; take what you need as a property.',
};

function layer(files, patterns, ignores = []) {
  return { files, ignores, rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] } };
}

const BINDINGS = [DOCKER_BINDINGS, KAFKA_BINDINGS, REST_BINDINGS];
const CONSTRUCTS = [UPWARDS_FROM_CONSTRUCTS, OTHER_PRODUCTS, ENVIRONMENT_MODULE];
const OWNERS_OF_TOPICS = [UPWARDS_FROM_CONSTRUCTS, OTHER_PRODUCTS_THAN_TOPICS, ENVIRONMENT_MODULE];

export default defineConfig(
  globalIgnores(['**/node_modules/', 'dist/', 'cdktf.out*/', '.cache/', 'coverage/', 'providers/*/lib/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A class of static factories is how this library offers alternatives.
      '@typescript-eslint/no-extraneous-class': 'off',
      // Wrong about structurally typed constructs of cdktf.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    files: ['**/*.mjs', 'images/kafka-ui/**/*.js'],
    extends: [tseslint.configs.recommended],
  },
  layer(['main.ts'], [PRODUCTS_FROM_MAIN, ...BINDINGS]),
  layer(['stacks/**'], [UPWARDS_FROM_STACKS, ...BINDINGS, ENVIRONMENT_MODULE]),
  layer(['images/*.ts'], [ALL_BUT_CORE, ...BINDINGS, ENVIRONMENT_MODULE]),
  layer(['apps/**', 'examples/**'], [ALL_BUT_THE_LIBRARY, ...BINDINGS, ENVIRONMENT_MODULE]),
  layer(['constructs/index.ts'], [ANYTHING_ABOVE_THE_LIBRARY, ...BINDINGS]),
  // What hands the bindings on to users is no product.
  layer(['constructs/*/**'], [...CONSTRUCTS, ...BINDINGS], ['constructs/core/**', 'constructs/providers/**']),
  layer(['constructs/providers/**'], [UPWARDS_FROM_CONSTRUCTS, ANYTHING_ABOVE_CORE, ENVIRONMENT_MODULE]),
  layer(['constructs/kafka/**'], [...CONSTRUCTS, DOCKER_BINDINGS, REST_BINDINGS]),
  layer(['constructs/connect/**'], [...OWNERS_OF_TOPICS, DOCKER_BINDINGS, REST_BINDINGS]),
  layer(['constructs/schema-registry/**'], [...OWNERS_OF_TOPICS, DOCKER_BINDINGS, KAFKA_BINDINGS]),
  layer(['constructs/core/**'], [ANYTHING_ABOVE_CORE, KAFKA_BINDINGS, REST_BINDINGS, ENVIRONMENT_MODULE]),
  layer(['cli/engine/**'], [CONSTRUCTS_FROM_COMMANDS, RUNTIMES, STEPS_AND_COMMANDS]),
  layer(['cli/docker/**'], [CONSTRUCTS_FROM_COMMANDS, STEPS_AND_COMMANDS]),
  // The set-up still builds and chooses the images that the library names.
  layer(['cli/**'], [CONSTRUCTS_FROM_COMMANDS], ['cli/engine/**', 'cli/docker/**', 'cli/setup/**']),
  {
    files: ['constructs/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration[exported][source.value=/^[^.]/]',
          message: 'The packed library would export the function that loads the package: export its names.',
        },
      ],
    },
  },
  {
    files: ['constructs/**', 'apps/**', 'stacks/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: ENVIRONMENT_MODULE.message },
      ],
    },
  },
  {
    files: ['__tests__/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
