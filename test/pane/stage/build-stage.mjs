/** Builds the stage into a folder, with the pane's own webpack settings: node test/pane/stage/build-stage.mjs FOLDER */
import { resolve } from 'node:path';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import configure from '../../../webpack.config.js';

export async function buildStage(folder) {
  const config = await configure({}, { mode: 'production' });
  const [{ include, ...rule }] = config.module.rules;
  const compiler = webpack({
    ...config,
    mode: 'development',
    devtool: false,
    entry: { stage: './test/pane/stage/stage.tsx' },
    output: { path: resolve(folder), filename: '[name].js', chunkFilename: '[name].js', clean: true },
    module: { rules: [{ ...rule, include: [include, resolve(config.context, 'test')] }] },
    plugins: [new HtmlPlugin({ filename: 'index.html', template: './test/pane/stage/stage.html' })],
  });
  await new Promise((done, fail) => {
    compiler.run((error, stats) => {
      if (error) fail(error);
      else if (stats.hasErrors()) fail(new Error(stats.toString({ all: false, errors: true })));
      else compiler.close(done);
    });
  });
}

if (process.argv[1] === import.meta.filename) await buildStage(process.argv[2] ?? 'reports/stage');
