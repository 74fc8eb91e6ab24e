import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import { readConfig } from '@tarojs/helper';
import type { Chunk, ChunkGraph, Module } from 'webpack';

const target = process.env.TARO_ENV ?? 'h5';
const root = path.resolve(__dirname, '..');
const domain = path.join(root, 'domain');

/** `domain/` lies outside `src/`, so both builds have to be told to compile it. */
const compile = { include: [domain] };

/** Pages of herders and workers, the main package: they must open where there is no signal any more. */
const DAILY: string[] = readConfig(path.join(root, 'src/app.config.ts')).pages;

function isDaily(chunk: Chunk): boolean {
  const asked = [...chunk.groupsIterable].flatMap(({ origins }) => origins.map(({ request }) => request));
  return asked.some((request) => DAILY.some((page) => request?.endsWith(page)));
}

/** Whether a daily page needs it, alone or with others. */
function forDaily(module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }): boolean {
  return chunkGraph.getModuleChunks(module).some(isDaily);
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
    // All that daily pages need comes with the first of them, whichever that is. Desks sit at a PC: their pages, and
    // the words and rules that only these ask for, come when they are opened.
    webpackChain(chain) {
      const daily = { name: 'daily', test: forDaily, chunks: 'async', priority: 20, enforce: true };
      chain.optimization.merge({ splitChunks: { cacheGroups: { daily } } });
    },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      // One rem is 20 px at 375; src/index.html sets it, within bounds so that a PC does not blow everything up.
      pxtransform: { enable: true, config: { baseFontSize: 20 } },
      cssModules: { enable: false },
    },
  },
});
