import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { NormalModuleReplacementPlugin, ProvidePlugin } from 'webpack'

const root = path.resolve(__dirname, '..')
/**
 * Taro compiles only src/ by itself. These libraries ship syntax that older phones lack, and private fields that
 * Taro's terser breaks for the browser.
 */
const newerLibraries = ['@tanstack', 'abortcontroller-polyfill', 'uqr', 'valibot']
const sharedSources = [
  path.join(root, 'types'),
  path.join(root, 'domain'),
  path.join(__dirname, 'noHtml.ts'),
  ...newerLibraries.map((library) => path.join(root, 'node_modules', library)),
]

/** The browser build with the page of all controls (`src/design/gallery`); it is for tests and reviews only. */
const withGallery = process.env.CHJ_GALLERY === '1'
const output = withGallery ? 'gallery' : process.env.TARO_ENV

/**
 * WeChat reads `aria-*` on its own elements, but Taro's template passes on only what it knows.
 * These names are added to the elements a control is made of, so that base.wxml carries them.
 */
const aria = (...names: string[]) => Object.fromEntries(names.map((name) => [`aria-${name}`, '']))
const states = ['disabled', 'checked', 'selected', 'expanded']
const spoken = {
  View: aria('label', 'role', 'hidden', 'live', ...states),
  Text: aria('label', 'role', 'hidden', 'live'),
  Button: aria('label', 'role', 'disabled'),
  Input: aria('label'),
  Textarea: aria('label'),
  Image: aria('label', 'role', 'hidden'),
}

const modernScript = {
  compress: {
    ecma: 2017,
    arrows: true,
    computed_props: true,
    hoist_funs: true,
    hoist_props: true,
    inline: 3,
    keep_fargs: false,
    passes: 3,
    pure_getters: true,
    toplevel: true,
  },
  mangle: { toplevel: true },
  output: { ecma: 2017, comments: false, ascii_only: false },
}

/**
 * Sizes are plain px times the CSS variable `--scale`, and px stays px: rpx would shrink a button on a
 * narrow phone, where a shaky finger needs it most, and rem would tie text to the width of the screen.
 * One style sheet then serves the mini-program and the browser.
 */
const keepPixels = { pxtransform: { enable: false, config: {} } }

const config: UserConfigExport<'webpack5'> = {
  projectName: 'changhuijia',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 1, 750: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${output}`,
  framework: 'react',
  // Prebundling builds, then breaks subpackages at run time.
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: {
    // The chunks that subpackages share come out of a second build as they were in the first, without what is new in them.
    enable: process.env.TARO_ENV !== 'weapp',
    // The gallery has another page list: it must never meet the cache of the app.
    name: `${process.env.NODE_ENV}-${output}`,
    // What else decides what comes out, besides this file.
    buildDependencies: {
      compiler: [
        'babel.config.js',
        'package.json',
        'config/scrollViewOnlyWhenUsed.ts',
        'config/noHtml.ts',
      ].map((file) => path.join(root, file)),
    },
  },
  alias: { '@': root },
  plugins: [
    ['@tarojs/plugin-inject', { components: spoken }],
    path.join(__dirname, 'scrollViewOnlyWhenUsed.ts'),
  ],
  // How deep base.wxml repeats an element before it recurses: 6 keeps the template small.
  baseLevel: 6,
  // The smallest script counts where WeChat counts kilobytes; the browser build is for the demo and for tests.
  jsMinimizer: process.env.TARO_ENV === 'h5' ? 'esbuild' : 'terser',
  terser: { enable: true, config: modernScript },
  esbuild: { minify: { enable: true, config: { target: 'es2017', legalComments: 'none' } } },
  mini: {
    runtime: { enableInnerHTML: false },
    optimizeMainPackage: { enable: true },
    // Which control's styles come first differs between pages; no rule leans on it.
    miniCssExtractPluginOption: { ignoreOrder: true },
    compile: { include: sharedSources },
    postcss: keepPixels,
    webpackChain(chain) {
      chain
        .plugin('noHtml')
        .use(NormalModuleReplacementPlugin, [
          /inner-html[\\/]parser\.js$/,
          path.join(__dirname, 'noHtml.ts'),
        ])
      // WeChat's logic thread has no AbortController, which @tanstack/query-core makes for every query.
      chain.plugin('abortController').use(ProvidePlugin, [
        {
          AbortController: ['abortcontroller-polyfill/src/abortcontroller.js', 'AbortController'],
          // Without it the polyfill asks Taro's document for one, which fails, and a read that is cancelled never ends.
          Event: ['@tarojs/runtime', 'TaroEvent'],
        },
      ])
    },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    compile: { include: sharedSources },
    postcss: { ...keepPixels, autoprefixer: { enable: true, config: {} } },
  },
}

export default defineConfig(config)
