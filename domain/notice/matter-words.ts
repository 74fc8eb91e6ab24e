import type { Words } from '../error/refusal';
import { type CourseKind, courseWords, isCourse } from './course-words';
import type { MatterFacts } from './facts';
import type { MatterKind } from './kinds';
import { category, deskOf, moment, promised, say, type Telling, what } from './matter-parts';
import type { Said } from './said';

/** A notice about a problem, as a neighbour would say it: what happened, who has it now, until when. */
export function matterWords(kind: MatterKind, facts: MatterFacts): Said {
  const { title, text } = isCourse(kind) ? courseWords(kind, facts) : told(kind, facts);
  return {
    title,
    text,
    subject: `${category(facts.category).zh}问题`,
    place: facts.areaPath,
    gist: facts.summary || text.zh,
  };
}

function told(kind: Exclude<MatterKind, CourseKind>, facts: MatterFacts): Telling {
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
