import type { Cloud } from './port';

// A build constant: the branch that does not apply, and its adapter with it, is cut out of the bundle.
export const cloud: Cloud =
  process.env.TARO_ENV === 'weapp'
    ? (require('./weapp') as typeof import('./weapp')).cloud
    : (require('./h5') as typeof import('./h5')).cloud;

export { asCloudError, type CloudCode, CloudError, fileLost, full, isUndecided, offline } from './error';
export { newCommandId } from './id';
export type { Cloud, ConsentAnswer } from './port';
