import type { Words } from '../error/refusal';
import type { ContactFacts } from './facts';
import type { ContactKind } from './kinds';
import type { Said } from './said';

/** A notice about contact, as a neighbour would say it. */
export function contactWords(kind: ContactKind, facts: ContactFacts): Said {
  const { name, count = 0, text = '' } = facts;
  const some = { zh: few(facts, '、', '等'), en: few(facts, ', ', ' and others') };
  switch (kind) {
    case 'contact-left':
      return say(facts, `本周还有${count}户没联系`, `${count} households left this week`, {
        zh: some.zh || '点开看看是哪几户',
        en: some.en || 'Open to see which',
      });
    case 'call-asked':
      return say(facts, `${name}请您打电话`, `${name} asks to be called`, {
        zh: text || '方便时回个电话',
        en: text || 'Please call when you can',
      });
    case 'bind-asked':
      return say(facts, `${name}家有人要加入`, `Somebody joins the household of ${name}`, {
        zh: `${text || '有人'}说是这户的，请您认一认`,
        en: `${text || 'Somebody'} says so; please confirm`,
      });
    case 'miss-reviewed':
      return say(
        facts,
        facts.outcome === 'excused' ? `${name}：联系不上，网格长知道了` : `${name}：请再联系一次`,
        facts.outcome === 'excused' ? `${name}: noted as out of reach` : `${name}: please try once more`,
        { zh: text || '网格长看过了', en: text || 'The chief has looked at it' },
      );
    case 'help-needed':
      return say(facts, `上周有${count}位网格员可能需要帮忙`, `${count} workers may need help`, {
        zh: some.zh || '点开看原因',
        en: some.en || 'Open to see why',
      });
    case 'miss-to-review':
      return say(facts, `${name}有${count}户联系不上`, `${name} could not reach ${count} households`, {
        zh: text || '写了原因，请您看看',
        en: text || 'Reasons are given; please look',
      });
    case 'bound':
      return say(facts, '您已加入这户', 'You are bound to the household', {
        zh: `以后可以在这里找网格员${text}、反映问题`,
        en: `You can now reach your worker ${text} and report problems here`,
      });
    case 'not-bound':
      return say(facts, '没有加入成功', 'You were not bound', {
        zh: text || '请当面找您的网格员',
        en: text || 'Please ask your grid worker in person',
      });
  }
}

function few({ names = [], count = 0 }: ContactFacts, between: string, more: string): string {
  return names.join(between) + (names.length > 0 && count > names.length ? more : '');
}

function say({ areaPath }: ContactFacts, zh: string, en: string, text: Words): Said {
  return { title: { zh, en }, text, subject: zh, place: areaPath, gist: text.zh };
}
