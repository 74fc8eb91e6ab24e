import Taro from '@tarojs/taro';
import type { HomeView, Me } from '../../domain/contract/views';
import type { Role } from '../../domain/person/person';
import { cloud } from '../services/cloud';
import { device } from '../services/device';
import { forget, stored, useStored } from './store';

interface Session {
  /** Whose phone this was when it was written; with another scope nothing here counts. */
  scope: string;
  me?: Me;
  /** Subscription message templates this person will need next. */
  templates: string[];
  /** Chosen by somebody with several posts; absent: the server chooses. */
  hat?: Role;
}

const NOBODY: Session = { scope: '', templates: [] };

const session = stored<Session>('yige.person', () => NOBODY);

function current(): Session {
  const kept = session.get();
  return kept.scope === cloud.scope() ? kept : { ...NOBODY, scope: cloud.scope() };
}

/** Whose data this device shows, as far as the device itself can tell. */
export function cloudScope(): string {
  return cloud.scope();
}

/** Who is using this phone; '' until an answer said so. */
export function currentPerson(): string {
  return current().me?.id ?? '';
}

/** Where this person's uploads go; '' until an answer said so. */
export function currentFolder(): string {
  return current().me?.folder ?? '';
}

export function useMe(): Me | undefined {
  useStored(session);
  return current().me;
}

/** The home page calls this with what the server answered: who I am, and what I may be asked to consent to. */
export function rememberHome({ me, templates }: Pick<HomeView, 'me' | 'templates'>): void {
  const next = { ...current(), me, templates };
  if (JSON.stringify(next) !== JSON.stringify(session.get())) session.set(next);
}

export function templatesToAsk(): string[] {
  return current().templates;
}

export function useHat(): Role | undefined {
  useStored(session);
  return current().hat;
}

export function putOnHat(hat: Role): void {
  session.set({ ...current(), hat });
}

/** Leaves nothing of the person on the phone, settings apart. Commands that were never acknowledged go too: ask first. */
export async function logOut(): Promise<void> {
  const { keys } = Taro.getStorageInfoSync();
  for (const key of keys) if (key.startsWith('yige.') && key !== 'yige.settings') forget(key);
  session.set(NOBODY);
  await device.files.drop(await device.files.ids());
  if (process.env.TARO_ENV === 'h5') localStorage.removeItem('yige.session');
}
