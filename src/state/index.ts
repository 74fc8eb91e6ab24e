export { type Pending, pending, resumePending, send } from './commands';
export { currentPerson, isSignedIn, logOut, rememberPerson } from './session';
export { type Language, type Settings, setElder, setLanguage, settings, useSettings } from './settings';
export { upload, uploadAll } from './uploads';
export { type Command, useCommand } from './useCommand';
export { type Query, useQuery } from './useQuery';
