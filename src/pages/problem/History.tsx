import { View } from '@tarojs/components';
import type { ProblemView } from '../../../domain/contract/views';
import { Card, Timeline, type TimelineItem } from '../../components';
import { actorWords, type Dictionary, deskWords, momentWords, untilWords, useWords } from '../../i18n';
import { Photos } from './Photos';
import { Stars } from './Stars';

type Line = ProblemView['timeline'][number];

/** Everything that happened, the latest first. */
export function History({ problem, now }: { problem: ProblemView; now: number }) {
  const words = useWords();
  const lines = [...problem.timeline].reverse();
  const open = problem.status !== 'closed' && problem.status !== 'withdrawn';
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

function toneOf({ what }: Line, latest: boolean): TimelineItem['tone'] {
  if (what === 'climb' || what === 'reopen') return 'due';
  if (what === 'supervise') return 'danger';
  return latest ? 'now' : 'past';
}

function titleOf(line: Line, problem: ProblemView, words: Dictionary): string {
  const { line: say } = words.problem;
  const { by, holder } = line;
  const yours = by?.role === 'reporter' && problem.mine;
  const who = yours ? say.you : by ? actorWords(by, problem.holder.level, words) : say.resident;
  const to = holder ? deskWords(holder, words) : '';
  switch (line.what) {
    case 'report':
      return by?.role === 'worker' ? say.behalf(who) : say.report(who);
    case 'climb':
      return say.climb(to);
    case 'supervise':
      return say.supervise;
    case 'lapse':
    case 'warn':
      return say[line.what];
    case 'escalate':
      return say.escalate(who, to);
    case 'reopen':
      return say.reopen(who, to);
    default:
      return say[line.what](who);
  }
}

function Body({ line, current, now }: { line: Line; current: boolean; now: number }) {
  const words = useWords();
  const { text, photos, stars, deadline, what } = line;
  return (
    <>
      {stars !== undefined && <Stars stars={stars} />}
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
