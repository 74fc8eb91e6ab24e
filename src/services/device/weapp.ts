import Taro from '@tarojs/taro';
import { files } from './files.weapp';
import {
  type Device,
  type LocalFile,
  PHOTO_BYTES,
  PHOTO_EDGE,
  type Recording,
  VOICE_MS,
  type VoiceNote,
} from './port';

function sizeOf(path: string): Promise<number> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().getFileInfo({
      filePath: path,
      success: (info) => resolve(info.size),
      fail: () => resolve(0),
    });
  });
}

/** Quality goes down until the photo fits; the last try is taken as it is. */
async function compress(path: string, size: number): Promise<LocalFile> {
  let best = { path, size };
  for (const quality of [80, 60, 40, 25]) {
    if (best.size <= PHOTO_BYTES) break;
    const smaller = await Taro.compressImage({ src: path, quality, compressedWidth: PHOTO_EDGE }).catch(
      () => undefined,
    );
    if (smaller === undefined) break;
    best = { path: smaller.tempFilePath, size: await sizeOf(smaller.tempFilePath) };
  }
  return { ...best, kind: 'photo', mime: 'image/jpeg' };
}

function record(): Promise<Recording | undefined> {
  const recorder = Taro.getRecorderManager();
  return new Promise((started) => {
    let cancelled = false;
    let end: (note: VoiceNote | undefined) => void = () => {};
    const ended = new Promise<VoiceNote | undefined>((resolve) => {
      end = resolve;
    });
    recorder.onStart(() =>
      started({
        ended,
        stop: () => recorder.stop(),
        cancel: () => {
          cancelled = true;
          recorder.stop();
        },
      }),
    );
    recorder.onStop(({ tempFilePath, duration, fileSize }) => {
      const file = { kind: 'voice', path: tempFilePath, mime: 'audio/mpeg', size: fileSize } as const;
      end(cancelled ? undefined : { file, seconds: Math.max(1, Math.round(duration / 1000)) });
    });
    recorder.onError(() => {
      started(undefined);
      end(undefined);
    });
    // 16 kHz mono is what speech needs; at 24 kbit/s a minute is about 180 kB.
    recorder.start({
      duration: VOICE_MS,
      format: 'mp3',
      sampleRate: 16000,
      numberOfChannels: 1,
      encodeBitRate: 24000,
    });
  });
}

function play(source: string, onEnd: () => void): () => void {
  const player = Taro.createInnerAudioContext();
  const stop = () => player.destroy();
  player.src = source;
  player.onEnded(onEnd);
  player.onError(onEnd);
  player.play();
  return stop;
}

export const device: Device = {
  async choosePhotos(count) {
    const chosen = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] }).catch(
      () => undefined,
    );
    return Promise.all((chosen?.tempFiles ?? []).map((file) => compress(file.tempFilePath, file.size)));
  },
  record,
  async choosePlace() {
    const place = await Taro.chooseLocation({}).catch(() => undefined);
    if (place === undefined) return undefined;
    return {
      words: place.name || place.address,
      latitude: Number(place.latitude),
      longitude: Number(place.longitude),
    };
  },
  play,
  preview: (photos, current) => {
    Taro.previewImage({ urls: photos, current }).catch(() => undefined);
  },
  files,
  onOnline: (act) => {
    Taro.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) act();
    });
  },
  // A mini program has one logic layer.
  alone: (_name, work) => work(),
};
