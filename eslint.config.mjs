import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    'dist/',
    'cdktf.out*/',
    '.cache/',
    'coverage/',
    'providers/*/lib/',
    'docs/.vitepress/.temp/',
  ]),
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
        {
          object: 'process',
          property: 'env',
          message: 'Only main.ts reads the environment; take what you need as a property.',
        },
      ],
    },
  },
  {
    files: ['__tests__/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
