export { type Pending, pending, resumePending, send } from './commands';
export { askConsent } from './consent';
export { markRead } from './notices';
export { currentPerson, logOut, putOnHat, rememberHome, useHat, useMe } from './session';
export { type Language, type Settings, setElder, setLanguage, settings, useSettings } from './settings';
export { upload, uploadAll } from './uploads';
export { type Pages, usePages } from './usePages';
export { type Query, useQuery } from './useQuery';
