import cloudbase from '@cloudbase/node-sdk';
import { type App, type Db, openWorld } from '../world';

/** What the conformance suite runs against: the embedded cloud, or a real environment when its three keys are set. */
export interface Target {
  app: App;
  db: Db;
  /** A real environment is slower, keeps what is in it, and has no doors. */
  real: boolean;
  /** The name of an empty collection that exists. */
  collection(name: string): Promise<string>;
  close(): Promise<void>;
}

const { TCB_ENV, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY } = process.env;

export async function openTarget(): Promise<Target> {
  if (TCB_ENV && TENCENTCLOUD_SECRETID && TENCENTCLOUD_SECRETKEY) return realTarget(TCB_ENV);
  const world = await openWorld({ indexes: undefined });
  return { app: world.app, db: world.db, real: false, collection: emptied(world.db), close: world.close };
}

function realTarget(env: string): Target {
  const app = cloudbase.init({ env, secretId: TENCENTCLOUD_SECRETID, secretKey: TENCENTCLOUD_SECRETKEY });
  const db = app.database();
  return { app, db, real: true, collection: emptied(db), close: async () => undefined };
}

/** Names begin with `conformance_`: in an environment that is in use nothing else is touched. */
function emptied(db: Db): Target['collection'] {
  return async (name) => {
    const full = `conformance_${name}`;
    await db.createCollection(full).catch((error: { code?: string; message?: string }) => {
      if (!/EXIST/i.test(`${error.code} ${error.message}`)) throw error;
    });
    await db.collection(full).where({}).remove();
    return full;
  };
}
