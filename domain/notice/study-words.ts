import type { Words } from '../error/refusal';
import { day } from './day';
import type { StudyFacts } from './facts';
import type { StudyKind } from './kinds';
import type { Said } from './said';

/** A notice about a study session or a deed, as a neighbour would say it. */
export function studyWords(kind: StudyKind, facts: StudyFacts): Said {
  const by = day(facts.until);
  const which = periodWords(facts.period ?? '');
  const what = (facts.text ?? '').trim();
  switch (kind) {
    case 'session-due':
      return say(facts, '专题研究会还没开', 'The study session is still to be held', {
        zh: `${which.zh}的研究会请在${by.zh}前开`,
        en: `Please hold the session of ${which.en} by ${by.en}`,
      });
    case 'session-missed':
      return say(facts, `${facts.name}没有开研究会`, `${facts.name} held no study session`, {
        zh: `${which.zh}的研究会到${by.zh}没有开，请过问`,
        en: `The session of ${which.en} was not held by ${by.en}; please ask why`,
      });
    case 'deed-given':
      return say(facts, '有一件实事请您办', 'A deed was given to you', {
        zh: `${by.zh}前办好：${what || '请点开看'}`,
        en: `To be done by ${by.en}: ${what || 'open to see'}`,
      });
    case 'deed-late':
      return say(facts, `实事到期没办成：${facts.name}`, `A promised deed is late: ${facts.name}`, {
        zh: `答应${by.zh}办好：${what || '请点开看'}`,
        en: `It was promised for ${by.en}: ${what || 'open to see'}`,
      });
  }
}

/** `2026-11B` → 11月下半月, `2026-11` → 11月, `2026-Q4` → 第4季度. */
function periodWords(key: string): Words {
  const quarter = /^\d{4}-Q([1-4])$/.exec(key)?.[1];
  if (quarter) return { zh: `第${quarter}季度`, en: `quarter ${quarter}` };
  const [, month, half] = /^\d{4}-(\d{2})([AB]?)$/.exec(key) ?? [];
  if (!month) return { zh: '本期', en: 'this period' };
  const halves = { A: '上半月', B: '下半月' } as const;
  const part = half === 'A' || half === 'B' ? halves[half] : '';
  return { zh: `${Number(month)}月${part}`, en: key };
}

function say({ areaPath }: StudyFacts, zh: string, en: string, text: Words): Said {
  return { title: { zh, en }, text, subject: zh, place: areaPath, gist: text.zh };
}
