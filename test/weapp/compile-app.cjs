/**
 * Lets WeChat's own miniprogram-ci compile the app offline: app.json, tab bar, permissions, private infos.
 * A process of its own, because it leaves worker threads behind that never end.
 * Usage: node compile-app.cjs <project> <zip>
 */
const ci = require('miniprogram-ci');
const { DefaultProjectAttr } = require('miniprogram-ci/dist/config/config');

const [projectPath, out] = process.argv.slice(2);

async function compile() {
  const project = new ci.Project({
    appid: 'touristappid',
    type: 'miniProgram',
    projectPath,
    privateKey: 'offline',
    // Otherwise it asks WeChat's servers about the app.
    attr: async () => DefaultProjectAttr,
    ignores: [],
  });
  await ci.getCompiledResult({ project, version: '0', setting: {}, onProgressUpdate() {} }, out);
}

compile().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(String(error?.message ?? error));
    process.exit(1);
  },
);
