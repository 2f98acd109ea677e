import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Tauri's JavaScript stops in one file. */
const TAURI = { group: ['@tauri-apps/*'], message: 'Only ipc/client.ts speaks to the core.' };

const not = (what, why) => ({ regex: `/(${what})(/|\\.)`, message: why });

/** What the files of a folder may not import: the arrows of ARCHITECTURE.md. */
function wall(files, ...patterns) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [TAURI, ...patterns] }] } };
}

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/ipc/bindings.gen.ts'] },
  js.configs.recommended,
  ts.configs.recommended,
  svelte.configs['flat/recommended'],
  prettier,
  svelte.configs['flat/prettier'],
  {
    languageOptions: { globals: globals.browser },
    rules: {
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Raw maps and sets are replaced whole, or never looked at by a view.
      'svelte/prefer-svelte-reactivity': 'off',
      // Tauri's page has no routes.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  wall(['src/**']),
  wall(['src/shared/**'], not('features|views|state|intents|ipc', 'shared knows nothing of the product.')),
  wall(['src/words/**', 'src/intents/**', 'src/ipc/**'], not('features|views|state', 'This is below the state.')),
  wall(['src/state/**'], not('features|views', 'The state knows no screen.')),
  wall(['src/features/**'], not('views', 'Views compose features, not the reverse.'), {
    regex:
      '^\\.\\./(\\.\\./features/)?(backup|calendar|client|clients|closing|conclude|duplicates|exchange|frame|history|lock|lookback|palette|quick|reminders|rights|search|settings|today|touchpoint|trash|welcome)/',
    message: 'Only views make features meet.',
  }),
  { files: ['src/ipc/client.ts', 'src/ipc/bindings.gen.ts'], rules: { 'no-restricted-imports': 'off' } },
);
