import type { Device } from './port';

// As in services/cloud: the adapter that does not apply is not bundled.
export const device: Device =
  process.env.TARO_ENV === 'weapp'
    ? (require('./weapp') as typeof import('./weapp')).device
    : (require('./h5') as typeof import('./h5')).device;

export type { Device, LocalFile, PlaceHint, Recording, VoiceNote } from './port';
