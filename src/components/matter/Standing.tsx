import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ProblemView } from '../../../domain/contract/views';
import { CATEGORIES } from '../../../domain/problem/category';
import { Card, Tag, type Tone } from '../../components';
import { spoken } from '../../components/a11y';
import { leftWords, useSaid, useWords } from '../../i18n';
import { Stars } from './Stars';
import { standingWords } from './standing';

const TONE: Record<ProblemView['status'], Tone> = {
  reported: 'due',
  accepted: 'active',
  finished: 'due',
  closed: 'done',
  withdrawn: 'plain',
  suspended: 'plain',
  refused: 'plain',
  merged: 'plain',
};

const isUnderWay = (status: ProblemView['status']) => status === 'reported' || status === 'accepted';

/** Who has it, until when, and why then. */
export function Standing({ problem, now }: { problem: ProblemView; now: number }) {
  const words = useWords();
  const said = useSaid();
  const { status, deadline } = problem;
  const late = deadline !== undefined && deadline.at <= now;
  return (
    <Card id="standing" tone={late ? 'danger' : TONE[status] === 'due' ? 'due' : 'done'}>
      <View className="problem__state">
        <Tag tone={TONE[status]}>{words.problem.status[status]}</Tag>
        {problem.supervised && isUnderWay(status) && <Tag tone="danger">{words.acts.supervised}</Tag>}
        {problem.verified && <Tag tone="done">{words.acts.verified}</Tag>}
        {deadline && <Tag tone={late ? 'danger' : 'plain'}>{leftWords(deadline.at, now, words)}</Tag>}
      </View>
      <View className="problem__standing">
        {standingWords(problem, said(CATEGORIES[problem.category]), now, words)}
      </View>
      {problem.stars !== undefined && <Stars stars={problem.stars} />}
      {problem.why.length > 0 && <Why lines={problem.why.map(said)} />}
    </Card>
  );
}

function Why({ lines }: { lines: string[] }) {
  const words = useWords().problem;
  const [open, setOpen] = useState(false);
  return (
    <>
      <View
        id="why"
        className="problem__link"
        hoverClass="y-pressed"
        onClick={() => setOpen(!open)}
        {...spoken('button')}
      >
        {open ? words.whyLess : words.why}
      </View>
      {open && (
        <View className="problem__why">
          {lines.map((line) => (
            <View key={line} className="problem__why-line">
              {line}
            </View>
          ))}
        </View>
      )}
    </>
  );
}
