import tcb from '@cloudbase/node-sdk';

/**
 * The environment that this function runs in. `keepalive` reuses connections between the calls of one instance.
 */
export const cloud = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true });

export const db = cloud.database();
/** Query and update operators of the platform's database. */
export const _ = db.command;
export const $ = db.command.aggregate;
