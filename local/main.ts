import { join, resolve } from 'node:path';
import { buildFunctions, FUNCTIONS_DIR } from '../config/functions';
import { buildPages, pagesDir } from '../config/pages';
import { type Cloud, startCloud } from './cloud';
import { openDemoDoors } from './demo/doors';
import { plantAnew, plantOnce } from './demo/planting';
import { onChange } from './main/changes';
import { openDataDir, sessionSecret } from './main/data';
import { FlagError, type Flags, HELP, readFlags } from './main/flags';
import { registeredTemplates, TEMPLATE_IDS } from './main/templates';
import { openStage } from './stage/stage';

const SEED = 'hangjin';
const PHONES = 4;
const APP = '/app/';

const begun = Date.now();

function say(line: string): void {
  console.log(`[${((Date.now() - begun) / 1000).toFixed(1)} s] ${line}`);
}

/** The whole product on this machine: cloud, demonstration data, functions, pages, stage. */
async function start(flags: Flags): Promise<void> {
  const dataDir = openDataDir(resolve(flags.data), flags.scale, flags.fresh);
  // In its own process, so that it runs beside the seeding.
  const pages = flags.build ? buildH5() : Promise.resolve(false);
  // What fails is told when it is waited for; until then it must not end the process.
  pages.catch(() => undefined);
  // Before the cloud: its timers fire from the first minute on, and must find their functions.
  await buildFunctions({ watch: flags.watch });
  const cloud = await open(flags, dataDir);
  stopCleanly(cloud);
  const recipe = { scale: flags.scale, seed: SEED, templates: TEMPLATE_IDS };
  const quiet = () => undefined;
  const planted = await plantOnce(cloud, recipe, quiet);
  say(
    planted
      ? `planted ${planted.toLocaleString('en')} documents (${flags.scale})`
      : `data of this ${flags.scale} is there`,
  );
  cloud.onReset(async () => {
    await plantAnew(cloud, recipe, quiet);
  });
  openDemoDoors(cloud, { scale: flags.scale, templates: Object.values(TEMPLATE_IDS), app: APP });
  await openStage(cloud, { pages: pagesDir('h5'), app: APP, watch: flags.watch });
  if (await pages) say('built the H5 pages');
  if (flags.watch) keepBuilding(cloud);
  console.log(`ready ${cloud.url}`);
}

async function open(flags: Flags, dataDir: string): Promise<Cloud> {
  try {
    return await startCloud({
      port: flags.port,
      extraPorts: Array.from({ length: PHONES }, (_, index) => flags.port + 1 + index),
      dataDir,
      functionsDir: resolve(FUNCTIONS_DIR),
      indexes: join('cloudfunctions', 'indexes.json'),
      functionEnv: { SESSION_SECRET: sessionSecret(dataDir), WX_TEMPLATES: JSON.stringify(TEMPLATE_IDS) },
      templates: registeredTemplates(),
      messagePush: { wxa_media_check: 'content' },
      log: (line) => console.error(line),
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Error(`port ${flags.port} is taken. Stop what runs there, or choose another with --port.`);
    throw error;
  }
}

function buildH5(): Promise<boolean> {
  return buildPages('h5', () => say('building the H5 pages'));
}

function keepBuilding(cloud: Cloud): void {
  onChange([FUNCTIONS_DIR], async () => {
    cloud.reload();
    say('functions reloaded');
  });
  onChange(['src', 'domain', 'config'], async () => {
    if (await buildH5()) say('built the H5 pages; reload the phones');
  });
}

function stopCleanly(cloud: Cloud): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    void cloud.stop().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** 2 for a wrong command line, 1 for anything else; both in a sentence. */
function giveUp(error: unknown): never {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof FlagError ? 2 : 1);
}

try {
  const flags = readFlags(process.argv.slice(2));
  if (flags === 'help') console.log(HELP);
  else void start(flags).catch(giveUp);
} catch (error) {
  giveUp(error);
}
