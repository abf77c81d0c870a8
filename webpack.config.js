import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';

import { catalogEntries, catalogPlugin, exampleShare } from './.config/fill-catalog.mjs';
import { addressInManifest, fillManifest } from './.config/fill-manifest.mjs';
import { noticesPlugin } from './.config/notices.mjs';
import { officeFiles } from './.config/office-files.mjs';

const root = import.meta.dirname;
const { version } = createRequire(import.meta.url)('./package.json');
const officeDist = join(dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/package.json')), 'dist');

/**
 * What an office sets when it builds for its own server:
 * ADDIN_URL, the https address of the folder that will hold dist/ (no slash at the end);
 * ADDIN_SHARE, the shared folder that will hold manifest.xml for the computers with Windows;
 * OFFICE_JS, where office.js is loaded from (the copy beside the pane, or Microsoft's CDN).
 */
function readSettings() {
  const addinUrl = process.env.ADDIN_URL ?? addressInManifest;
  const officeJs = process.env.OFFICE_JS ?? 'office/office.js';
  const officeOrigin = /^https:\/\/[^/]+/.exec(officeJs)?.[0];
  const catalog = catalogEntries(process.env.ADDIN_SHARE ?? exampleShare);
  return { addinUrl, catalog, officeJs, officeOrigin };
}

/** The policy of excel.md; office.js from elsewhere is the one thing that opens it. */
function contentPolicy(officeOrigin) {
  return [
    "default-src 'none'",
    ["script-src 'self'", officeOrigin].filter(Boolean).join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
}

async function serverOptions(overHttps) {
  if (!overHttps) return 'http';
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  return { type: 'https', options: await getHttpsServerOptions() };
}

export default async function configure(env = {}, { mode = 'production' } = {}) {
  const { addinUrl, catalog, officeJs, officeOrigin } = readSettings();
  const serving = Boolean(env.WEBPACK_SERVE);
  const production = mode === 'production';
  const policy = contentPolicy(officeOrigin);

  const page = (filename, template, chunk) =>
    new HtmlPlugin({
      filename,
      template,
      chunks: [chunk],
      scriptLoading: 'defer',
      minify: false,
      version,
      officeJs,
      policy,
    });

  return {
    mode,
    context: root,
    entry: {
      pane: './src/pane/taskpane.tsx',
      page: './src/host/page/page.ts',
    },
    output: {
      path: resolve(root, 'dist'),
      filename: production ? '[name].[contenthash:8].js' : '[name].js',
      chunkFilename: production ? '[name].[contenthash:8].js' : '[name].js',
      publicPath: 'auto',
      clean: true,
    },
    // No eval: the content policy forbids it.
    devtool: production ? false : 'cheap-module-source-map',
    resolve: {
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
      alias: { numfmt$: join(root, 'node_modules/numfmt/dist/index.mjs') },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          include: join(root, 'src'),
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2021',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
    performance: { hints: false },
    plugins: [
      page('taskpane.html', './src/pane/taskpane.html', 'pane'),
      page('index.html', './src/host/page/index.html', 'page'),
      new HtmlPlugin({
        filename: 'install.html',
        template: './src/install/install.html',
        inject: false,
        minify: false,
        version,
        addinUrl,
        registry: catalog.trust.trim(),
        nginxConf: readFileSync(join(root, 'src/install/nginx.conf'), 'utf8').trim(),
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png' },
          { from: 'src/install/nginx.conf', to: 'nginx.conf' },
          { from: 'src/install/web.config', to: 'web.config' },
          { from: 'src/pane/old-view.js', to: 'old-view.js', info: { minimized: true } },
          {
            from: 'manifest.xml',
            transform: (content) => fillManifest(content.toString(), addinUrl),
          },
          ...(officeOrigin
            ? []
            : officeFiles.map(({ from, to }) => ({
                from: join(officeDist, from),
                to: join('office', to),
                info: { minimized: true },
              }))),
        ],
      }),
      catalogPlugin(catalog),
      ...(production ? [noticesPlugin(!officeOrigin)] : []),
    ],
    stats: serving || production ? 'errors-warnings' : 'normal',
    devServer: {
      host: 'localhost',
      port: 3000,
      server: await serverOptions(Boolean(env.https)),
      static: false,
      // For Microsoft's page too, which office.js opens over plain http and which may be handed on as it is only.
      headers: { 'Content-Security-Policy': policy },
      hot: false,
      client: { overlay: false, logging: 'warn' },
      onListening: ({ options, server }) => {
        const { port } = server.address();
        const scheme = options.server?.type === 'https' || env.https ? 'https' : 'http';
        console.log(`九张清单：请在浏览器中打开 ${scheme}://localhost:${port}/`);
      },
    },
  };
}
