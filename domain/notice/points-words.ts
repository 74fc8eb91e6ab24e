import type { Words } from '../error/refusal';
import type { Step } from '../evaluation/evaluation';
import { day } from './day';
import type { PointsFacts } from './facts';
import type { PointsKind } from './kinds';
import type { Said } from './said';

/** A notice about points or the year's evaluation, as a neighbour would say it. */
export function pointsWords(kind: PointsKind, facts: PointsFacts): Said {
  const { name, year, what = '', amount = 0 } = facts;
  const text = (facts.text ?? '').trim();
  const by = facts.until === undefined ? undefined : day(facts.until);
  switch (kind) {
    case 'entry-asked':
      return say(facts, `${name}的积分等您同意`, `Points of ${name} wait for you`, {
        zh: `${what}${signed(amount)}分：${text || '请点开看'}`,
        en: `${what} ${signed(amount)}: ${text || 'open to see'}`,
      });
    case 'loss-asked':
      return say(facts, `有人提出扣您${-amount}分`, `Somebody proposes to take ${-amount} points`, {
        zh: `还没有扣，三个工作日后、另一个人同意才算，这期间您可以找他们说。记下您的话是：${text || '请点开看'}`,
        en: `Not yet: not before three working days, and only if a second person agrees; speak to them. Your words as written down: ${text || 'open to see'}`,
      });
    case 'entry-booked':
      return say(facts, `积分记上了：${signed(amount)}分`, `Booked: ${signed(amount)} points`, {
        zh: text ? `${what}：${text}` : what || '点开看是什么',
        en: text ? `${what}: ${text}` : what || 'Open to see what for',
      });
    case 'entry-declined':
      return say(facts, '这次没有记分', 'No points this time', {
        zh: `${what}：${text || '请点开看原因'}`,
        en: `${what}: ${text || 'open to see why'}`,
      });
    case 'order-made':
      return say(facts, `替您家换了：${what}`, `Ordered for your household: ${what}`, {
        zh: `${text || '村里'}替您家办的，用${-amount}分。没说过要换，点开退回`,
        en: `By ${text || 'the village'}, for ${-amount} points. If nobody asked for it, open and give it back`,
      });
    case 'order-fetched':
      return say(facts, `您家换的取走了：${what}`, `Fetched for your household: ${what}`, {
        zh: `${text || '村里'}交出去的。您家没人取过，请告诉村里`,
        en: `Handed out by ${text || 'the village'}. If nobody of you fetched it, tell the village`,
      });
    case 'order-lapsing':
      return say(facts, `换的东西还没取：${what}`, `Not fetched yet: ${what}`, {
        zh: by ? `${by.zh}前请到村里取，过期积分退回` : '请到村里取',
        en: by ? `Please fetch it by ${by.en}; afterwards the points come back` : 'Please fetch it',
      });
    case 'points-merged':
      return say(facts, `转来${amount}分，可以用了`, `${amount} points came over`, {
        zh: `${what}家并到您家，积分一起转来。没取的东西退成了积分，没答复的申请请再交一次`,
        en: `The household of ${what} was merged into yours. What was not fetched came back as points; please ask again for what was not answered`,
      });
    case 'points-kept':
      return say(facts, `有${amount}分给您家留着`, `${amount} points are kept for you`, {
        zh: `${what}家并到您家，原来的积分留着，您家哪天参加积分就转来；不参加也不影响什么`,
        en: `The household of ${what} was merged into yours. Its points come over when you take part; if you do not, nothing else changes`,
      });
    case 'evaluation-due':
      return say(facts, ...TO_DO[facts.step ?? 'begin'](year));
    case 'evaluation-late':
      return say(facts, `${name}没有评完${year}年`, `${name} has not finished ${year}`, {
        zh: `${STANDS[facts.step ?? 'begin'].zh}，请提醒村里`,
        en: `${STANDS[facts.step ?? 'begin'].en}; please remind the village`,
      });
    case 'review-asked':
      return say(facts, `请您参加${year}年评议`, `Please take part in the review of ${year}`, {
        zh: `${name}请您给网格员打个分，是亲戚的选回避`,
        en: `${name} asks for your marks; step back where you are kin`,
      });
    case 'result-told':
      return say(facts, `您${year}年的评议结果出来了`, `Your result of ${year}`, {
        zh: by ? `请看结果和算法；有不同意见，${by.zh}前可以申诉` : '请看结果和算法',
        en: by ? `See how it was counted; you may appeal until ${by.en}` : 'See how it was counted',
      });
    // What somebody objects to, and what was answered, stands inside.
    case 'appeal-asked':
      return say(facts, `${name}对评议结果有意见`, `${name} appeals`, {
        zh: '请点开看写了什么，并答复',
        en: 'Open to see what it says, and to answer',
      });
    case 'appeal-answered':
      return say(
        facts,
        facts.upheld ? `${name}的申诉成立，已改` : `${name}的申诉有答复了`,
        facts.upheld ? `The appeal of ${name} was upheld` : `The appeal of ${name} was answered`,
        { zh: '请点开看答复', en: 'Open to see the answer' },
      );
    case 'honour-asked':
      return say(facts, `有人推荐您：${what}`, `You were recommended: ${what}`, {
        zh: '要不要公布由您定，不同意就不公布，以后也能收回',
        en: 'You decide whether it is published, and may take that back',
      });
    case 'honour-retracted':
      return say(facts, `有一份推荐收回了：${what}`, `A recommendation was taken back: ${what}`, {
        zh: '还差推荐人，名字先不公布。不影响您的评议和别的事，您不用做什么',
        en: 'It takes two who recommend, so the name is not published for now. Nothing else changes for you, and you need do nothing',
      });
    case 'honour-shown':
      return say(facts, `名字公布了：${what}`, `Your name is published: ${what}`, {
        zh: '又有人推荐，按您以前同意的公布。不想公布，点开一点就撤',
        en: 'Somebody recommended you, and you had agreed before. If you would rather not, open and take it back',
      });
    case 'training-suggested':
      return say(facts, '村里想请您参加一次培训', 'A training is offered to you', {
        zh: text || '只有您和村党组织看得到，去不去由您定',
        en: text || 'Only you and the village organisation see this; it is up to you',
      });
    // It may light up on a phone that lies on a table: what it is about stands inside.
    case 'roll-posted':
      return say(facts, '村党组织有一份说明给您', 'A note of the village organisation for you', {
        zh: `请点开看依据、期限和怎么办${by ? `，到${by.zh}为止` : ''}`,
        en: `Inside are the basis, the time and what you can do${by ? `; until ${by.en}` : ''}`,
      });
    // Nor is it anybody's business on a lock screen who objects to what.
    case 'objection-asked':
      return say(facts, '有一条意见等您答复', 'An objection waits for your answer', {
        zh: '请点开看；参加过这件事的、是亲属的请回避',
        en: 'Open to see; step back if you had a hand in it or are kin',
      });
    case 'objection-answered':
      return say(facts, '您提的意见有答复了', 'Your objection was answered', {
        zh: '请点开看',
        en: 'Open to see',
      });
  }
}

/** What is asked of who leads. */
const TO_DO: Record<Step, (year: string) => [zh: string, en: string, text: Words]> = {
  begin: (year) => [
    `请开始${year}年的年度评议`,
    `Please begin the evaluation of ${year}`,
    { zh: '请三到十五位村里人来打分，点开就能开始', en: 'Name three to fifteen reviewers; open to begin' },
  ],
  grade: (year) => [
    `${year}年的评议可以评分了`,
    `The evaluation of ${year} can be graded`,
    { zh: '居民答完了，评议人的时间也到了，请点开评分', en: 'Residents and reviewers have had their time' },
  ],
  sign: (year) => [
    `${year}年的评议等您签字`,
    `The evaluation of ${year} waits for your signature`,
    {
      zh: '没有签字，网格员看不到结果，请点开看一遍再签',
      en: 'Nobody hears a result before you have signed',
    },
  ],
};

/** Where a village stands that should be through. */
const STANDS: Record<Step, Words> = {
  begin: { zh: '还没有开始', en: 'Not begun' },
  grade: { zh: '开始了，还没有评分', en: 'Begun and not graded' },
  sign: { zh: '评了分，还没有签字', en: 'Graded and not signed' },
};

function signed(amount: number): string {
  return amount > 0 ? `+${amount}` : `${amount}`;
}

function say({ areaPath }: PointsFacts, zh: string, en: string, text: Words): Said {
  return { title: { zh, en }, text, subject: zh, place: areaPath, gist: text.zh };
}
