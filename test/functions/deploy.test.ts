import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const guide = read('docs/deploy.md');

interface Config {
  triggers?: { config: string }[];
}

const functions = readdirSync(join(ROOT, 'cloudfunctions'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('config.json'))
  .map((path) => {
    const { triggers = [] } = JSON.parse(read(join('cloudfunctions', path))) as Config;
    return { name: path.split('/')[0]!, times: triggers.map(({ config }) => config) };
  });

const indexes = JSON.parse(read('cloudfunctions/indexes.json')) as Record<string, { keys: string[] }[]>;

/** Whoever deploys by the guide gets what runs here. */
describe('the deployment guide', () => {
  test.each(functions)('names the function $name and when it runs', ({ name, times }) => {
    expect(guide).toMatch(new RegExp(`\`${name}\``));
    for (const time of times) expect(guide).toContain(`\`${time}\``);
  });

  test.each(Object.entries(indexes))('names every index of %s', (collection, declared) => {
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${collection}\` |`));
    for (const { keys } of declared) expect(row).toContain(`\`${keys.join(', ')}\``);
  });
});
