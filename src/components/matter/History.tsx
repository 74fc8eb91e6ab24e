import { View } from '@tarojs/components';
import type { ProblemView } from '../../../domain/contract/views';
import { Card, Timeline, type TimelineItem } from '../../components';
import { actorWords, type Dictionary, deskWords, momentWords, untilWords, useWords } from '../../i18n';
import { Photos } from '../Photos';
import { partyWords } from './Hands';
import { Stars } from './Stars';

type Line = ProblemView['timeline'][number];

/** Everything that happened, the latest first. */
export function History({ problem, now }: { problem: ProblemView; now: number }) {
  const words = useWords();
  const lines = [...problem.timeline].reverse();
  const open = problem.deadline !== undefined;
  const items = lines.map<TimelineItem>((line, at) => ({
    key: String(line.n),
    title: capital(titleOf(line, problem, words)),
    when: momentWords(line.at, now, words),
    tone: toneOf(line, open && at === 0),
    body: <Body line={line} current={open && at === 0} now={now} />,
  }));
  return (
    <Card title={words.problem.timeline}>
      <Timeline items={items} />
    </Card>
  );
}

/** A sentence begins with a large letter, where letters have sizes. */
function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const DUE: readonly Line['what'][] = ['climb', 'reopen', 'redo', 'warn', 'extend', 'overturn'];

function toneOf({ what }: Line, latest: boolean): TimelineItem['tone'] {
  if (DUE.includes(what)) return 'due';
  if (what === 'supervise') return 'danger';
  return latest ? 'now' : 'past';
}

/** Whoever reports in another role speaks for somebody. */
const OWN: readonly string[] = ['reporter', 'resident'];

function titleOf(line: Line, problem: ProblemView, words: Dictionary): string {
  const { line: say } = words.problem;
  const { by, holder } = line;
  const yours = (by?.role === 'reporter' && problem.mine) || (by?.role === 'follower' && by.name !== '');
  const neighbour = by?.role === 'follower';
  const who = yours
    ? say.you
    : neighbour
      ? say.neighbour
      : by
        ? actorWords(by, problem.holder.level, words)
        : say.resident;
  const to = holder ? deskWords(holder, words) : '';
  switch (line.what) {
    case 'report':
      return by === undefined || OWN.includes(by.role) ? say.report(who) : say.behalf(who);
    case 'climb':
      return say.climb(to);
    case 'supervise':
      return by ? say.supervisedBy(who) : say.supervise;
    case 'lapse':
    case 'warn':
      return say[line.what];
    case 'escalate':
    case 'reopen':
    case 'return':
    case 'transfer':
      return say[line.what](who, to);
    default:
      return say[line.what](who);
  }
}

function Body({ line, current, now }: { line: Line; current: boolean; now: number }) {
  const words = useWords();
  const { text, photos, stars, deadline, what, parties, until, where } = line;
  return (
    <>
      {stars !== undefined && <Stars stars={stars} />}
      {parties && <View>{parties.map((party) => partyWords(party, words)).join('、')}</View>}
      {until !== undefined && <View>{words.acts.untilDay(untilWords(until, now, words))}</View>}
      {where !== undefined && <View>{words.acts.goTo(where)}</View>}
      {text !== undefined && what !== 'report' && <View className="problem__quote">{text}</View>}
      {photos && <Photos photos={photos} />}
      {current && deadline && (
        <View className="problem__note">
          {words.problem.line.until[deadline.kind](untilWords(deadline.at, now, words))}
        </View>
      )}
    </>
  );
}
