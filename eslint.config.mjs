import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import ts from 'typescript-eslint'

/** Imports of a folder that would turn an arrow of the architecture around. */
const never = (...folders) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: folders.map((folder) => ({
        group: [`@/${folder}/**`, `**/../${folder}/**`],
        message: `src → types, domain ← cloudfunctions; nothing of the product imports emulator or tests. Not ${folder} from here.`,
      })),
    },
  ],
})

const clockOnly =
  'Time comes from the clock: kit/clock or the call on the server, src/api/clock on the phone.'

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: clockOnly,
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clockOnly },
  { selector: "CallExpression[callee.name='dayjs'][arguments.length=0]", message: clockOnly },
  {
    selector:
      "CallExpression[callee.object.name='dayjs'][callee.property.name='utc'][arguments.length=0]",
    message: clockOnly,
  },
]

const transactions = [
  {
    selector:
      'CallExpression[callee.name=/^(withTransaction|runTransaction)$/] CallExpression[callee.property.name=/^(where|find|count|changeAll)$/]',
    message: 'What `where` does inside a transaction is sent outside it: single documents only.',
  },
  {
    selector:
      "CallExpression[callee.property.name='runTransaction'] CallExpression[callee.property.name='where']",
    message: 'What `where` does inside a transaction is sent outside it: single documents only.',
  },
]

export default ts.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '.cache/', '**/fixtures/**/broken/**'] },
  js.configs.recommended,
  ts.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'localStorage',
          'console',
          'Buffer',
          'URL',
          'setTimeout',
          'clearTimeout',
          'setInterval',
          'clearInterval',
          'fetch',
          'module',
          'require',
          '__dirname',
          'performance',
          'document',
          'window',
          'defineAppConfig',
          'definePageConfig',
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: ['**/*.{js,cjs}'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  { files: ['src/**'], rules: never('cloudfunctions', 'emulator', 'tests', 'scripts') },
  {
    // What a resident sees first carries no schemas: only the types of the contract.
    files: ['src/pages/**', 'src/words/**', 'src/api/**', 'src/queries/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@/types/*', '!@/types/shared'],
              allowTypeImports: true,
              message: 'A schema here would go into the main package: import its type.',
            },
          ],
        },
      ],
    },
  },
  { files: ['types/**'], rules: never('src', 'domain', 'cloudfunctions', 'emulator', 'tests') },
  { files: ['domain/**'], rules: never('src', 'cloudfunctions', 'emulator', 'tests') },
  { files: ['cloudfunctions/**'], rules: never('src', 'emulator', 'tests') },
  {
    files: ['domain/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...clock,
        { selector: 'AwaitExpression', message: 'A rule takes and returns plain values.' },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'A rule is handed its chance.',
        },
      ],
    },
  },
  {
    files: ['src/**', 'types/**', 'cloudfunctions/**'],
    rules: { 'no-restricted-syntax': ['error', ...clock, ...transactions] },
  },
  {
    files: ['cloudfunctions/kit/clock.ts', 'src/api/clock.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
)
