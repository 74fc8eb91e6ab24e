import { mergeInternalComponents } from '@tarojs/shared';
import type { PropsWithChildren } from 'react';
import { ARIA } from './aria';
import './app.scss';

if (process.env.TARO_ENV === 'weapp') mergeInternalComponents({ View: ARIA });

export default function App({ children }: PropsWithChildren) {
  return children;
}
