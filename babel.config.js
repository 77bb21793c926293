module.exports = {
  // What nothing here relies on, so that newer syntax becomes shorter older syntax.
  assumptions: {
    ignoreFunctionLength: true,
    noDocumentAll: true,
    pureGetters: true,
    setPublicClassFields: true,
  },
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        useBuiltIns: false,
      },
    ],
  ],
}
