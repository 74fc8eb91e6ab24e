import { type Level, levelOf } from '../area/area';
import type { Words } from '../error/refusal';
import type { PostRole } from '../person/person';
import { CATEGORIES, type Category } from '../problem/category';
import { lastMoment, type Millis } from '../time/shanghai';
import type { MatterFacts } from './facts';
import type { MatterKind } from './kinds';
import type { Said } from './said';

const DESK: Record<PostRole, Words> = {
  worker: { zh: '网格员', en: 'the grid worker' },
  chief: { zh: '网格长', en: 'the grid chief' },
  secretary: { zh: '村党组织书记', en: 'the village secretary' },
  official: { zh: '镇旗干部', en: 'the official' },
  handler: { zh: '承办单位', en: 'the unit in charge' },
  supervisor: { zh: '监督员', en: 'the supervisor' },
  admin: { zh: '管理员', en: 'the administrator' },
};

/** An official sits in a township or in the banner; the reader wants to know which. */
const OFFICIAL: Record<Level, Words> = {
  banner: { zh: '旗干部', en: 'the banner official' },
  township: { zh: '苏木镇干部', en: 'the township official' },
  village: { zh: '干部', en: 'the official' },
  grid: { zh: '干部', en: 'the official' },
};

/** A notice about a problem, as a neighbour would say it: what happened, who has it now, until when. */
export function matterWords(kind: MatterKind, facts: MatterFacts): Said {
  const { title, text } = told(kind, facts);
  return {
    title,
    text,
    subject: `${category(facts.category).zh}问题`,
    place: facts.areaPath,
    gist: facts.summary || text.zh,
  };
}

function told(kind: MatterKind, facts: MatterFacts): { title: Words; text: Words } {
  const about = category(facts.category);
  const desk = deskOf(facts);
  const by: Words =
    facts.until === undefined
      ? { zh: '', en: '' }
      : { zh: `请在${moment(facts.until).zh}前处理`, en: `please act by ${moment(facts.until).en}` };
  const said = (facts.text ?? '').replace(/[。．.！!\s]+$/u, '');
  switch (kind) {
    case 'new':
      return say(
        `新的${about.zh}问题`,
        `New: ${about.en}`,
        `${what(facts).zh}。${by.zh}`,
        `${what(facts).en}; ${by.en}`,
      );
    case 'escalated':
      return say(`上报：${about.zh}问题`, `Escalated: ${about.en}`, `${said}。${by.zh}`, `${said}; ${by.en}`);
    case 'climbed':
      return say(
        `逾期升级：${about.zh}问题`,
        `Overdue, now yours: ${about.en}`,
        `下级到期没有办，已转到您这里。${by.zh}`,
        `It was not dealt with in time and is now with you; ${by.en}`,
      );
    case 'reopened':
      return say(
        `居民说没解决：${about.zh}`,
        `Not solved: ${about.en}`,
        `${said}。${by.zh}`,
        `${said}; ${by.en}`,
      );
    case 'supervised':
      return say(
        `挂牌督办：${about.zh}问题`,
        `Supervised: ${about.en}`,
        `到期仍未办结。${by.zh}`,
        `Still not done; ${by.en}`,
      );
    case 'answered':
      return facts.outcome === 'withdrawn'
        ? say(
            `居民撤回：${about.zh}问题`,
            `Withdrawn: ${about.en}`,
            said || '不用再办了',
            said || 'Nothing more to do',
          )
        : say(
            `居民确认已解决：${about.zh}`,
            `Confirmed solved: ${about.en}`,
            said || '谢谢您',
            said || 'Thank you',
          );
    case 'taken-up':
      return say(
        `已升级：${about.zh}问题`,
        `Moved up: ${about.en}`,
        `到期没有办，已由${desk.zh}接手`,
        `It was not dealt with in time; ${desk.en} has taken it up`,
      );
    case 'accepted':
      return say(
        `${desk.zh}已受理`,
        `Taken up by ${desk.en}`,
        `您反映的${about.zh}问题，${desk.zh}正在办${promised(facts).zh}`,
        `${desk.en} is working on your matter (${about.en})${promised(facts).en}`,
      );
    case 'finished':
      return say(
        `${about.zh}问题办完了，请您看看`,
        `Done, please check: ${about.en}`,
        `${said}。解决了吗？请点开告诉我们`,
        `${said}. Is it solved? Please open and tell us`,
      );
    case 'moved':
      return say(
        `您的问题已转到${desk.zh}`,
        `Your matter went to ${desk.en}`,
        `${about.zh}问题现在由${desk.zh}负责${promised(facts).zh}`,
        `${desk.en} now looks after it (${about.en})${promised(facts).en}`,
      );
    case 'closed':
      return say(
        `${about.zh}问题已办结`,
        `Closed: ${about.en}`,
        '七天没有收到您的答复，先办结；没解决可以再反映',
        'No answer came within seven days. If it is not solved, please report it again',
      );
    case 'commented':
      return say(`${about.zh}问题有新留言`, `A new remark: ${about.en}`, said, said);
  }
}

function say(titleZh: string, titleEn: string, zh: string, en: string): { title: Words; text: Words } {
  return { title: { zh: titleZh, en: titleEn }, text: { zh, en } };
}

function category(code: string): Words {
  return CATEGORIES[code as Category] ?? CATEGORIES.other;
}

function deskOf({ holder }: MatterFacts): Words {
  if (!holder) return { zh: '负责人', en: 'the person in charge' };
  const role = holder.role === 'official' ? OFFICIAL[levelOf(holder.area)] : DESK[holder.role];
  return holder.name ? { zh: `${role.zh}${holder.name}`, en: `${role.en} ${holder.name}` } : role;
}

function what({ summary, areaPath }: MatterFacts): Words {
  return {
    zh: `${areaPath}：${summary || '语音反映，请点开听'}`,
    en: `${areaPath}: ${summary || 'a voice note, open to listen'}`,
  };
}

function promised({ until }: MatterFacts): Words {
  if (until === undefined) return { zh: '', en: '' };
  const when = moment(until);
  return { zh: `，${when.zh}前答复您`, en: `, answer due by ${when.en}` };
}

function moment(at: Millis): Words {
  const { day, clock } = lastMoment(at);
  return { zh: `${day.format('M月D日')}${clock}`, en: `${day.format('YYYY-MM-DD')} ${clock}` };
}
