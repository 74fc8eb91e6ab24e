/// <reference types="@tarojs/taro" />

declare module '*.scss';
declare module '*.css';

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'h5';
    /** CloudBase environment; a build constant, '' takes the account's first. */
    YIGE_CLOUD_ENV?: string;
    /** Where H5 finds `/call/…` when it is not its own origin; a build constant. */
    YIGE_API?: string;
  }
}
