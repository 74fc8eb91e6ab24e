import { mergeInternalComponents } from '@tarojs/shared';
import { type PropsWithChildren, useEffect } from 'react';
import { ARIA } from './aria';
import { keepPages } from './services/pages';
import { startSending } from './state';
import './app.scss';

if (process.env.TARO_ENV === 'weapp') mergeInternalComponents({ View: ARIA });

export default function App({ children }: PropsWithChildren) {
  useEffect(() => {
    startSending();
    keepPages();
  }, []);
  return children;
}
