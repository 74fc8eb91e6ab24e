import { accessSync, copyFileSync, readdirSync, statSync, unlinkSync } from 'node:fs';
import type { Backend } from './backend';
import { type Handset, type Life, never } from './handset';
import type { Router } from './router';

interface Callbacks {
  success?(result: object): void;
  fail?(result: { errMsg: string }): void;
  complete?(result: object): void;
}

/** What the person behind the phone will do when WeChat asks. */
export interface Person {
  /** Paths of pictures that the next `chooseMedia` finds. */
  photos: string[];
  place?: { name: string; address: string; latitude: number; longitude: number };
  consents: boolean;
  /** Path of the mp3 that the recorder "hears". */
  voice?: string;
}

/** Answers by callbacks and, as WeChat since 2.10.2, by a promise when there are none. */
function api<Options extends object>(name: string, work: (options: Options) => object | Promise<object>) {
  return (options = {} as Options & Callbacks): Promise<object> | undefined => {
    const { success, fail, complete } = options as Callbacks;
    const outcome = Promise.resolve()
      .then(() => work(options))
      .then((result) => ({ errMsg: `${name}:ok`, ...result }));
    if (!success && !fail && !complete) return outcome;
    outcome.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (reason: unknown) => {
        const result = {
          errMsg: `${name}:fail ${reason instanceof Error ? reason.message : String(reason)}`,
        };
        fail?.(result);
        complete?.(result);
      },
    );
    return undefined;
  };
}

const WINDOW = {
  pixelRatio: 2,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 762,
  statusBarHeight: 47,
  screenTop: 0,
  safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 },
};
const BASE = {
  SDKVersion: '3.8.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  fontSizeScaleFactor: 1,
};
const PHONE = {
  platform: 'android',
  system: 'Android 14',
  brand: 'devtools',
  model: 'bench',
  benchmarkLevel: 30,
};

/** WeChat's `wx` as far as the app uses it; a name that is missing here fails loudly in the test. */
export function createWx(
  backend: Backend,
  router: Router,
  handset: Handset,
  life: Life,
  person: Person,
): object {
  return {
    ...platformInfo(),
    ...storageApi(handset, life),
    env: { USER_DATA_PATH: handset.files },
    onNetworkStatusChange: (ear: (status: { isConnected: boolean; networkType: string }) => void) =>
      void handset.ears.add((status) => life.alive && ear(status)),
    ...navigationApi(router),
    ...mediaApi(person, handset, life),
    cloud: cloudApi(backend, handset, life),
    requestSubscribeMessage: api<{ tmplIds: string[] }>('requestSubscribeMessage', async ({ tmplIds }) => {
      if (person.consents) for (const template of tmplIds) await backend.consent(template);
      return Object.fromEntries(tmplIds.map((id) => [id, person.consents ? 'accept' : 'reject']));
    }),
  };
}

function platformInfo(): object {
  return {
    getWindowInfo: () => WINDOW,
    getAppBaseInfo: () => BASE,
    getDeviceInfo: () => PHONE,
    getSystemSetting: () => ({ locationEnabled: true, wifiEnabled: true }),
    getSystemInfoSync: () => ({ ...WINDOW, ...BASE, ...PHONE }),
    getMenuButtonBoundingClientRect: () => ({
      top: 51,
      bottom: 83,
      left: 296,
      right: 383,
      width: 87,
      height: 32,
    }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    canIUse: () => true,
    nextTick: (act: () => void) => setTimeout(act, 0),
    createSelectorQuery,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
  };
}

/** Nothing is laid out here, so every rectangle is empty. */
function createSelectorQuery(): object {
  const rect = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
  const answers: (() => void)[] = [];
  const query: Record<string, unknown> = {};
  const ask = (tell?: (found: object) => void) => {
    answers.push(() => tell?.(rect));
    return query;
  };
  const chain = () => query;
  return Object.assign(query, {
    in: chain,
    select: chain,
    selectAll: chain,
    selectViewport: chain,
    boundingClientRect: ask,
    scrollOffset: ask,
    fields: (_wanted: object, tell?: (found: object) => void) => ask(tell),
    node: ask,
    exec: (tell?: (found: object[]) => void) => {
      setTimeout(() => {
        for (const answer of answers) answer();
        tell?.(answers.map(() => rect));
      }, 0);
      return query;
    },
  });
}

function storageApi(handset: Handset, life: Life): object {
  const { storage } = handset;
  /** A killed app is stopped at its next write, and in this world by an error that nobody sees. */
  const write = (act: () => void) => {
    if (life.left <= 0) life.alive = false;
    life.left -= 1;
    if (!life.alive) throw new Error('killed');
    act();
  };
  // WeChat stores copies, never references.
  const copy = (value: unknown): unknown => (value === undefined ? '' : JSON.parse(JSON.stringify(value)));
  return {
    getStorageSync: (key: string) => copy(storage.get(key)),
    setStorageSync: (key: string, value: unknown) =>
      write(() => {
        if (handset.full && !storage.has(key))
          throw new Error('setStorage:fail exceed storage max size 10Mb');
        storage.set(key, copy(value));
      }),
    removeStorageSync: (key: string) => write(() => storage.delete(key)),
    clearStorageSync: () => write(() => storage.clear()),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10240 }),
  };
}

function navigationApi(router: Router): object {
  const go = (name: string, act: (url: string) => Promise<void>) =>
    api<{ url: string }>(name, async ({ url }) => {
      await act(url);
      return {};
    });
  const quiet = (name: string) => api(name, () => ({}));
  return {
    navigateTo: go('navigateTo', router.push),
    redirectTo: go('redirectTo', router.replace),
    reLaunch: go('reLaunch', router.relaunch),
    switchTab: go('switchTab', router.switchTab),
    navigateBack: api<{ delta?: number }>('navigateBack', async ({ delta = 1 }) => {
      await router.back(delta);
      return {};
    }),
    setNavigationBarTitle: api<{ title: string }>('setNavigationBarTitle', ({ title }) => {
      router.title = title;
      return {};
    }),
    setTabBarItem: quiet('setTabBarItem'),
    setTabBarBadge: quiet('setTabBarBadge'),
    removeTabBarBadge: quiet('removeTabBarBadge'),
    hideTabBar: quiet('hideTabBar'),
    showTabBar: quiet('showTabBar'),
    stopPullDownRefresh: quiet('stopPullDownRefresh'),
    pageScrollTo: quiet('pageScrollTo'),
    makePhoneCall: quiet('makePhoneCall'),
    setClipboardData: quiet('setClipboardData'),
    showToast: quiet('showToast'),
    hideToast: quiet('hideToast'),
    showModal: api('showModal', () => ({ confirm: true, cancel: false })),
  };
}

function mediaApi(person: Person, handset: Handset, life: Life): object {
  // A killed app is not told how it ended, and what it asked for last may have happened.
  const file = <Options extends object>(name: string, work: (options: Options) => object) =>
    api<Options>(name, (options) => (life.alive ? work(options) : never()));
  return {
    chooseMedia: api<{ count?: number }>('chooseMedia', ({ count = 9 }) => {
      const chosen = person.photos.splice(0, count);
      if (chosen.length === 0) throw new Error('cancel');
      return {
        type: 'image',
        tempFiles: chosen.map((path) => ({ tempFilePath: path, size: statSync(path).size })),
      };
    }),
    compressImage: api<{ src: string }>('compressImage', ({ src }) => ({ tempFilePath: src })),
    previewImage: api('previewImage', () => ({})),
    getFileSystemManager: () => ({
      getFileInfo: file<{ filePath: string }>('getFileInfo', ({ filePath }) => ({
        size: statSync(filePath).size,
      })),
      copyFile: file<{ srcPath: string; destPath: string }>('copyFile', ({ srcPath, destPath }) => {
        if (handset.full) throw new Error('the maximum size of the file storage limit is exceeded');
        copyFileSync(srcPath, destPath);
        return {};
      }),
      access: file<{ path: string }>('access', ({ path }) => {
        accessSync(path);
        return {};
      }),
      readdir: file<{ dirPath: string }>('readdir', ({ dirPath }) => ({ files: readdirSync(dirPath) })),
      unlink: file<{ filePath: string }>('unlink', ({ filePath }) => {
        unlinkSync(filePath);
        return {};
      }),
    }),
    chooseLocation: api('chooseLocation', () => {
      if (!person.place) throw new Error('cancel');
      return person.place;
    }),
    getRecorderManager: recorder(person),
    createInnerAudioContext: () => ({ play() {}, destroy() {}, onEnded() {}, onError() {} }),
  };
}

/** One recorder per phone, as in WeChat. */
function recorder(person: Person): () => object {
  const heard: Record<string, ((event: object) => void) | undefined> = {};
  const on = (event: string) => (listener: (event: object) => void) => {
    heard[event] = listener;
  };
  const manager = {
    onStart: on('start'),
    onStop: on('stop'),
    onError: on('error'),
    start: () => void setTimeout(() => heard[person.voice ? 'start' : 'error']?.({}), 0),
    stop: () => {
      const { voice } = person;
      if (voice === undefined) return;
      setTimeout(
        () => heard.stop?.({ tempFilePath: voice, duration: 3000, fileSize: statSync(voice).size }),
        0,
      );
    },
  };
  return () => manager;
}

function cloudApi(backend: Backend, handset: Handset, life: Life): object {
  /** What is on its way when the app is killed may well arrive; nobody hears. */
  const over = async <T>(call: string, work: () => Promise<T>): Promise<T> => {
    if (!life.alive) return never();
    if (!handset.gets(call)) throw new Error('request:fail network is down');
    try {
      return await work();
    } finally {
      if (!life.alive) await never();
    }
  };
  return {
    init: () => undefined,
    callFunction: api<{ name: string; data: unknown }>('cloud.callFunction', async ({ name, data }) => ({
      result: await over(`${name}.${(data as { action?: string }).action}`, () =>
        backend.callFunction(name, JSON.parse(JSON.stringify(data))),
      ),
    })),
    uploadFile: api<{ cloudPath: string; filePath: string }>(
      'cloud.uploadFile',
      async ({ cloudPath, filePath }) => ({
        fileID: await over('upload', () => backend.uploadFile(cloudPath, filePath)),
        statusCode: 200,
      }),
    ),
  };
}
