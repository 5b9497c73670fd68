import astro from 'eslint-plugin-astro';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { defineConfig } from 'eslint/config';

export default defineConfig(
  // Ambient declarations of Astro's own shape.
  {
    ignores: [
      'src/env.d.ts',
      'dist/',
      'lib/',
      'bundle/',
      '.astro/',
      'node_modules/',
      'content/',
      'coverage/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Numbers are what most of our sentences are made of.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `env['CI']` is what TypeScript asks for on index signatures.
      '@typescript-eslint/dot-notation': 'off',
      // An empty string is a missing value in untrusted input, so `||` is often what is meant.
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    // Rules and playbooks are untrusted: no text may make an expression take more than linear time.
    files: ['src/**/*.{ts,astro}', 'scripts/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'certain' }],
      'regexp/no-super-linear-move': ['error', { report: 'certain' }],
    },
  },
  {
    // Data flows one way: rooms on the left never import from rooms on their right.
    files: [
      'src/{attack,sources,documents,detections,playbooks,exercises,threats,scope,visibility,mapping,readers,findings,highlight}/**/*.ts',
    ],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '/(workspace|coverage|navigator|lint|versions|review|export|output|cli|site|pages|components)/',
              message: 'Readers know nothing of the workspace, of coverage or of output.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/coverage/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^node:|/(navigator|lint|versions|review|export|output|cli|site|pages|components)/',
              message: 'Coverage is pure: it knows nothing of files or output.',
            },
          ],
        },
      ],
    },
  },
  ...astro.configs['flat/recommended'],
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
);
