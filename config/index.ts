import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const target = process.env.TARO_ENV ?? 'h5';
const root = path.resolve(__dirname, '..');
const domain = path.join(root, 'domain');

/** `domain/` lies outside `src/`, so both builds have to be told to compile it. */
const compile = { include: [domain] };

/** What only pages ask for that few people open: it comes with those pages. */
const SELDOM = [
  /[\\/]src[\\/]pages[\\/](awards|counter|coverage|deeds|evaluation|health|indicators|points|reach|registry|roll|rules|shop|study)[\\/]/,
  /[\\/]src[\\/]components[\\/](points[\\/]|GoodRow)/,
  /[\\/]src[\\/]i18n[\\/]((zh|en)[\\/])?(roll|rules|renew)\./,
  /[\\/]domain[\\/](evaluation[\\/]score|points[\\/]|roll[\\/])/,
];

interface Built {
  nameForCondition?: () => string | null;
}

function forFirst(module: Built): boolean {
  const name = module.nameForCondition?.() ?? '';
  return !SELDOM.some((seldom) => seldom.test(name));
}

function ownForFirst(module: Built): boolean {
  return /[\\/](domain|src)[\\/]/.test(module.nameForCondition?.() ?? '') && forFirst(module);
}

export default defineConfig<'webpack5'>({
  projectName: 'yige',
  date: '2026-11-23',
  // NutUI draws on 375; keeping 375 in deviceRatio makes our px and theirs the same unit.
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  // Only browsers ask for it; see src/services/pages.ts.
  copy: { patterns: target === 'h5' ? [{ from: 'src/sw.js', to: 'dist/h5/sw.js' }] : [], options: {} },
  plugins: ['@tarojs/plugin-html', path.join(__dirname, 'aria.ts')],
  defineConstants: {
    'process.env.YIGE_CLOUD_ENV': JSON.stringify(process.env.YIGE_CLOUD_ENV ?? ''),
    'process.env.YIGE_API': JSON.stringify(process.env.YIGE_API ?? ''),
  },
  mini: {
    compile,
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
  },
  h5: {
    compile,
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    // What pages share is loaded once, and the pages of herders and workers come with the first one: they must open
    // where there is no signal any more. Desks sit at a PC; their pages come when they are opened.
    webpackChain(chain) {
      const cacheGroups = {
        shared: {
          name: 'shared',
          test: forFirst,
          chunks: 'async',
          minChunks: 2,
          priority: 20,
          enforce: true,
        },
        pages: { name: 'pages', test: ownForFirst, chunks: 'async', priority: 30, enforce: true },
      };
      chain.optimization.merge({ splitChunks: { cacheGroups } });
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // One rem is 20 px at 375; src/index.html sets it, within bounds so that a PC does not blow everything up.
      pxtransform: { enable: true, config: { baseFontSize: 20 } },
      cssModules: { enable: false },
    },
  },
});
