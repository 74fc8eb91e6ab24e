import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { pending, resumePending } from '../../state';

/**
 * Sends what an earlier dead line left on the phone, when the page is shown and when the line is back.
 * @param onLanded the page's figures are old now
 * @returns how many still wait
 */
export function useWaiting(onLanded: () => unknown): number {
  const [waiting, setWaiting] = useState(0);
  const landed = useRef(onLanded);
  landed.current = onLanded;
  const resume = useCallback(async () => {
    setWaiting(pending().length);
    if (pending().length === 0) return;
    const count = await resumePending();
    setWaiting(pending().length);
    if (count > 0) landed.current();
  }, []);
  useDidShow(() => void resume());
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const hear = () => void resume();
    window.addEventListener('online', hear);
    return () => window.removeEventListener('online', hear);
  }, [resume]);
  return waiting;
}
