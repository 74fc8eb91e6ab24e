import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActionName, InputOf, OutputOf } from '../../domain/contract/actions';
import { asCloudError, type CloudCode, type CloudError, cloud } from '../services/cloud';
import { forgetAnswer, keepAnswer, keptAnswer } from './answers';
import { lastChange, sendNow, watchLandings } from './sending';

export interface Query<T> {
  /** The last good answer, possibly of an earlier day: see `stale` and `asOf`. */
  data: T | undefined;
  /** First load, nothing to show yet. */
  loading: boolean;
  /** The last attempt failed; with `data` still there the page goes on showing it. */
  error: CloudError | undefined;
  /** What is shown was kept on the phone and has not been confirmed since. */
  stale: boolean;
  offline: boolean;
  /** When `data` was true, server ms. */
  asOf: number | undefined;
  refresh(): Promise<void>;
}

interface Held<T> {
  data: T | undefined;
  asOf: number | undefined;
  error: CloudError | undefined;
  confirmed: boolean;
}

const GONE: readonly CloudCode[] = ['FORBIDDEN', 'NOT_YOURS', 'NOT_FOUND'];
/** Nobody is signed in: what is kept may be shown again to the same person later. */
const SHUT: readonly CloudCode[] = ['UNAUTHENTICATED', 'SESSION_EXPIRED', 'NOT_REGISTERED'];

/** Coming back within this time shows what is there; ms. */
const FRESH_MS = 3_000;

/**
 * A page's data: what the phone remembers at once, then the server's answer; again when the page is shown,
 * when the browser's window is looked at, and when it is pulled down.
 * @param name `function.action`; undefined waits (an id that is not known yet)
 * @param options.freshFor ms; what another page was answered within this time is not asked again
 */
export function useQuery<A extends ActionName>(
  name: A | undefined,
  input: InputOf<A>,
  { freshFor = 0 }: { freshFor?: number } = {},
): Query<OutputOf<A>> {
  type T = OutputOf<A>;
  const print = JSON.stringify(input);
  const [held, setHeld] = useState<Held<T>>(() => recalled<T>(name, print));
  const turn = useRef(0);
  // Mounting asks; the `show` that comes with it must not ask again.
  const asked = useRef(Date.now());

  const refresh = useCallback(async () => {
    if (name === undefined) return;
    turn.current += 1;
    const mine = turn.current;
    asked.current = Date.now();
    try {
      const data = (await cloud.call(name, JSON.parse(print))) as T;
      const asOf = cloud.now();
      keepAnswer(name, print, { data, asOf });
      if (mine === turn.current) setHeld({ data, asOf, error: undefined, confirmed: true });
    } catch (reason) {
      const error = asCloudError(reason);
      if (GONE.includes(error.code)) forgetAnswer(name, print);
      const hidden = GONE.includes(error.code) || SHUT.includes(error.code);
      // What the person may no longer see must leave the screen too.
      if (mine === turn.current)
        setHeld((was) => ({ ...was, data: hidden ? undefined : was.data, error, confirmed: false }));
    }
  }, [name, print]);

  useEffect(() => {
    const kept = recalled<T>(name, print);
    const age = cloud.now() - (kept.asOf ?? Number.NEGATIVE_INFINITY);
    // A negative age: the server's clock is not known yet after a restart, so ask.
    const fresh = age >= 0 && age < Math.min(freshFor, Date.now() - lastChange());
    setHeld(fresh ? { ...kept, confirmed: true } : kept);
    if (!fresh) void refresh();
  }, [name, print, refresh, freshFor]);
  useReturn(() => {
    sendNow();
    const old = Date.now() - asked.current > Math.max(FRESH_MS, freshFor);
    if (old || lastChange() >= asked.current) void refresh();
  });
  useLandings(refresh);
  usePullDownRefresh(() => {
    sendNow();
    void refresh().finally(() => Taro.stopPullDownRefresh());
  });

  return {
    data: held.data,
    asOf: held.asOf,
    error: held.error,
    loading: held.data === undefined && held.error === undefined,
    stale: held.data !== undefined && !held.confirmed,
    offline: held.error?.code === 'OFFLINE',
    refresh,
  };
}

function recalled<T>(name: string | undefined, print: string): Held<T> {
  const kept = name === undefined ? undefined : keptAnswer<T>(name, print);
  return { data: kept?.data, asOf: kept?.asOf, error: undefined, confirmed: false };
}

/** What waited on the phone has been sent: the page in sight asks anew; the others do when they are shown. */
function useLandings(act: () => unknown): void {
  const seen = useRef(true);
  useDidShow(() => {
    seen.current = true;
  });
  useDidHide(() => {
    seen.current = false;
  });
  useEffect(() => watchLandings(() => seen.current && void act()), [act]);
}

/** The page is looked at again: shown by the router, or its browser window got the focus. */
function useReturn(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useDidShow(() => latest.current());
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const hear = () => latest.current();
    window.addEventListener('focus', hear);
    window.addEventListener('online', hear);
    return () => {
      window.removeEventListener('focus', hear);
      window.removeEventListener('online', hear);
    };
  }, []);
}
