import Taro from '@tarojs/taro';
import { cloud } from '../services/cloud';
import { forget, stored } from './store';

interface Session {
  scope: string;
  /** The person's id, known after the first answer that says who is asking. */
  person: string;
}

const session = stored<Session>('yige.person', () => ({ scope: '', person: '' }));

/** Who is using this phone; '' until an answer said so. */
export function currentPerson(): string {
  const { scope, person } = session.get();
  return scope === cloud.scope() ? person : '';
}

/** The home page calls this with the id that the server answered. */
export function rememberPerson(person: string): void {
  if (currentPerson() !== person) session.set({ scope: cloud.scope(), person });
}

/** Leaves nothing of the person on the phone, settings apart. Commands that were never acknowledged go too: ask first. */
export function logOut(): void {
  const { keys } = Taro.getStorageInfoSync();
  for (const key of keys) if (key.startsWith('yige.') && key !== 'yige.settings') forget(key);
  session.set({ scope: '', person: '' });
  if (process.env.TARO_ENV === 'h5') localStorage.removeItem('yige.session');
}

/** Whether there is anybody to speak for: WeChat always knows, a browser needs a token. */
export function isSignedIn(): boolean {
  return process.env.TARO_ENV === 'weapp' || Boolean(localStorage.getItem('yige.session'));
}
