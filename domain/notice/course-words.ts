import type { MatterFacts } from './facts';
import type { MatterKind } from './kinds';
import { category, deskOf, moment, say, type Telling, what } from './matter-parts';

/** Pieces that the sentences are made of; `said` is the actor's own words. */
interface Pieces {
  about: string;
  aboutEn: string;
  desk: string;
  deskEn: string;
  said: string;
  by: string;
  byEn: string;
  until: string;
  untilEn: string;
  where: string;
  asked: string;
  askedEn: string;
  matter: string;
  matterEn: string;
}

/** What happens to a matter on its way between acceptance and answer. */
const COURSE = {
  returned: (p) =>
    say(`退回：${p.about}问题`, `Returned: ${p.aboutEn}`, `${p.said}。${p.by}`, `${p.said}; ${p.byEn}`),
  transferred: (p) =>
    say(`转来：${p.about}问题`, `Passed to you: ${p.aboutEn}`, `${p.said}。${p.by}`, `${p.said}; ${p.byEn}`),
  assigned: (p) =>
    say(
      `请您牵头：${p.about}问题`,
      `Please lead: ${p.aboutEn}`,
      `${p.desk}请您牵头办。${p.by}`,
      `${p.deskEn} asks you to lead; ${p.byEn}`,
    ),
  whistled: (p) =>
    say(
      `请来帮忙：${p.about}问题`,
      `Your help is asked: ${p.aboutEn}`,
      `${p.desk}请您一起办：${p.said || p.matter}`,
      `${p.deskEn} asks for your help: ${p.said || p.matterEn}`,
    ),
  warned: (p) =>
    say(
      `时间不多了：${p.about}问题`,
      `Time is running: ${p.aboutEn}`,
      `${p.by}，到期没有办会转到上一级`,
      `${p.byEn}, else it goes one level up`,
    ),
  redo: (p) =>
    say(
      `还要再办：${p.about}问题`,
      `Not done yet: ${p.aboutEn}`,
      `去现场看过：${p.said}`,
      `Seen on site: ${p.said}`,
    ),
  overturned: (p) =>
    say(
      `请重新受理：${p.about}问题`,
      `Please take it up: ${p.aboutEn}`,
      `上级看过，这件事该办：${p.said}`,
      `Reviewed above, it is yours: ${p.said}`,
    ),
  upheld: (p) =>
    say(
      `不受理，上级同意：${p.about}`,
      `Out of scope, agreed: ${p.aboutEn}`,
      '上级看过，确实不归这里管，不计入考核',
      'Reviewed above: not yours indeed, and it counts for no score',
    ),
  'extension-asked': (p) =>
    say(
      `请批延期：${p.about}问题`,
      `Asks for more time: ${p.aboutEn}`,
      `${p.desk}想延到${p.asked}：${p.said}`,
      `${p.deskEn} asks for time until ${p.askedEn}: ${p.said}`,
    ),
  'not-extended': (p) =>
    say(
      `没有同意延期：${p.about}`,
      `No more time: ${p.aboutEn}`,
      `${p.said}。${p.by}`,
      `${p.said}; ${p.byEn}`,
    ),
  progressed: (p) => say(`${p.about}问题有进展`, `Progress: ${p.aboutEn}`, p.said, p.said),
  suspended: (p) =>
    say(
      `${p.about}问题要等一等`,
      `On hold: ${p.aboutEn}`,
      `${p.said}。到${p.until}接着办`,
      `${p.said}; it goes on at ${p.untilEn}`,
    ),
  resumed: (p) =>
    say(
      `${p.about}问题接着办了`,
      `Going on: ${p.aboutEn}`,
      `${p.desk}接着在办，${p.until}前答复`,
      `${p.deskEn} goes on with it, due by ${p.untilEn}`,
    ),
  extended: (p) =>
    say(
      `${p.about}问题延期了`,
      `More time: ${p.aboutEn}`,
      `上一级同意延到${p.until}`,
      `One level up agreed to ${p.untilEn}`,
    ),
  planned: (p) =>
    say(
      `${p.about}问题开会研究了`,
      `Studied: ${p.aboutEn}`,
      `会上定了，${p.until}前办好`,
      `The session promised it by ${p.untilEn}`,
    ),
  explained: (p) => say(`${p.about}问题的说明`, `Why it cannot be done: ${p.aboutEn}`, p.said, p.said),
  deferred: (p) =>
    say(
      `${p.about}问题下次会再研究`,
      `Put off to the next session: ${p.aboutEn}`,
      `${p.said}。${p.until}前研究`,
      `${p.said}; by ${p.untilEn}`,
    ),
  refused: (p) =>
    say(
      `${p.about}问题这里办不了`,
      `Not for us: ${p.aboutEn}`,
      `可以找${p.where}。${p.said}`,
      `Please go to ${p.where}. ${p.said}`,
    ),
  merged: (p) =>
    say(
      `${p.about}问题和别人的一起办`,
      `Joined with another: ${p.aboutEn}`,
      '有人反映了同一件事，合在一起办，有消息一样告诉您',
      'Somebody reported the same; you hear of it as they do',
    ),
  split: (p) =>
    say(
      `${p.about}问题分开来办`,
      `In two parts now: ${p.aboutEn}`,
      `另外一件：${p.said}`,
      `The other part: ${p.said}`,
    ),
  verified: (p) =>
    say(
      `${p.about}问题去现场看过了`,
      `Checked on site: ${p.aboutEn}`,
      p.said || '上级去看过，确实办好了',
      p.said || 'Somebody went there, it is done',
    ),
  ended: (p) =>
    say(
      `${p.about}问题不用再办`,
      `Ended: ${p.aboutEn}`,
      '这件事结束了，有变化您可以再反映',
      'This matter has ended; report it again if something changes',
    ),
} as const satisfies Partial<Record<MatterKind, (pieces: Pieces) => Telling>>;

export type CourseKind = keyof typeof COURSE;

export function isCourse(kind: MatterKind): kind is CourseKind {
  return Object.hasOwn(COURSE, kind);
}

export function courseWords(kind: CourseKind, facts: MatterFacts): Telling {
  const about = category(facts.category);
  const desk = deskOf(facts);
  const until = facts.until === undefined ? { zh: '近期', en: 'soon' } : moment(facts.until);
  const asked = facts.asked === undefined ? until : moment(facts.asked);
  const matter = what(facts);
  return COURSE[kind]({
    about: about.zh,
    aboutEn: about.en,
    desk: desk.zh,
    deskEn: desk.en,
    said: (facts.text ?? '').replace(/[。．.！!\s]+$/u, ''),
    by: `请在${until.zh}前处理`,
    byEn: `please act by ${until.en}`,
    until: until.zh,
    untilEn: until.en,
    where: facts.where || '当地相关单位',
    asked: asked.zh,
    askedEn: asked.en,
    matter: matter.zh,
    matterEn: matter.en,
  });
}
