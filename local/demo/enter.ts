import { bad } from './directory';
import type { Login } from './login';

/** Where the product's H5 build starts, behind its hash. */
const HOME = 'pages/home/index';

export interface Entry {
  person: string;
  to: string;
  language: 'zh' | 'en' | undefined;
}

/** @throws Refusal INVALID_INPUT naming the parameter */
export function readEntry(query: URLSearchParams): Entry {
  const person = query.get('person') ?? '';
  if (!/^[A-Za-z0-9_.@-]{1,80}$/.test(person)) throw bad('person', '请给出人员编号', 'The id of a person');
  const to = query.get('to') || HOME;
  // Nothing that could leave the origin or carry a script.
  if (!/^pages\/[a-z/-]{1,80}(\?[A-Za-z0-9_.@=&%-]{0,200})?$/.test(to))
    throw bad('to', '应为小程序页面路径', 'A page of the mini program, pages/home/index');
  const language = query.get('lang');
  if (language !== null && language !== 'zh' && language !== 'en') throw bad('lang', 'zh 或 en', 'zh or en');
  return { person, to, language: language ?? undefined };
}

/**
 * A page that signs this origin in and goes on to the product: all that a login page does. Somebody else's leftovers
 * (offline queue, kept answers) go first, as on a phone that is handed over.
 * @param base where the H5 build is served on this origin
 */
export function entryPage(entry: Entry, { token }: Login, base: string): string {
  const facts = JSON.stringify({ ...entry, token, base }).replace(/</g, '\\u003c');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>一格</title>
<body style="background:#f6f0e3"><script>
(function (entry) {
  var owner = 'stage.person';
  if (localStorage.getItem(owner) !== entry.person) localStorage.clear();
  localStorage.setItem(owner, entry.person);
  localStorage.setItem('yige.session', entry.token);
  if (entry.language) {
    var kept = {};
    try { kept = JSON.parse(localStorage.getItem('yige.settings')).data || {}; } catch (none) {}
    kept.language = entry.language;
    localStorage.setItem('yige.settings', JSON.stringify({ data: kept }));
  }
  location.replace(entry.base + '#/' + entry.to);
})(${facts});
</script></body></html>`;
}
