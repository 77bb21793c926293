const transform = {
  '^.+\\.[tj]sx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
}

const shared = {
  transform,
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/$1',
    '^@tarojs/taro$': '<rootDir>/tests/support/taro/taro.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
}

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'cloud',
      globalSetup: '<rootDir>/tests/support/begin-run.ts',
      globalTeardown: '<rootDir>/tests/support/end-run.ts',
      setupFiles: ['<rootDir>/tests/support/properties.ts'],
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/(design|journeys|weapp)/'],
    },
    {
      ...shared,
      displayName: 'controls',
      setupFiles: ['<rootDir>/tests/support/taro/environment.ts'],
      // The browser's side of src/platform, and Taro's elements and calls as far as the phone side uses them.
      moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'jsx', 'js', 'json', 'node'],
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        '^@tarojs/components$': '<rootDir>/tests/support/taro/components.tsx',
        '\\.scss$': '<rootDir>/tests/support/taro/styles.ts',
      },
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/**/*.test.tsx'],
    },
    {
      ...shared,
      displayName: 'browser',
      globalSetup: '<rootDir>/tests/support/build-phone.ts',
      globalTeardown: '<rootDir>/tests/support/end-run.ts',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/(journeys|weapp)/**/*.test.ts'],
    },
    {
      ...shared,
      displayName: 'gallery',
      globalSetup: '<rootDir>/tests/support/build-gallery.ts',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/design/**/*.test.ts'],
    },
  ],
  // A journey of many steps on a busy machine; nothing waits for it in vain.
  testTimeout: 150_000,
}
