import { View } from '@tarojs/components';
import { useState } from 'react';
import type { CandidateView, EvaluationView } from '../../../domain/contract/views';
import { PARTS } from '../../../domain/evaluation/score';
import { Card, Tag } from '../../components';
import { spoken } from '../../components/a11y';
import { type EvaluationWords, useEvaluationWords } from '../../i18n/evaluation';
import { CandidateSheet } from './CandidateSheet';
import { figureWords } from './Parts';
import { GradeTag } from './Result';

const COLUMNS = ['months', ...PARTS, 'score'] as const;
type Column = (typeof COLUMNS)[number];

interface Props {
  view: EvaluationView;
  onChange(): Promise<void>;
}

/** Everybody in the order of the chosen column; on a phone the score alone, on a PC every part beside it. */
export function Table({ view, onChange }: Props) {
  const words = useEvaluationWords().evaluation;
  const [column, setColumn] = useState<Column>('score');
  const [opened, setOpened] = useState<string>();
  const people = [...view.candidates].sort(
    (a, b) => rankOf(b, column) - rankOf(a, column) || (a.person < b.person ? -1 : 1),
  );
  const candidate = people.find(({ person }) => person === opened);
  return (
    <Card id="table" title={words.table.all(people.length)}>
      {people.length === 0 && <View className="y-note">{words.table.none}</View>}
      <View className="evaluation__head y-row">
        <View className="y-grow">{words.table.name}</View>
        {COLUMNS.map((one) => (
          <View
            key={one}
            id={`sort-${one}`}
            className={`evaluation__cell${one === column ? ' evaluation__cell--chosen' : ''}`}
            onClick={() => setColumn(one)}
            {...spoken('button')}
          >
            {nameOf(one, words)}
          </View>
        ))}
        <View className="evaluation__grade">{words.table.grade}</View>
      </View>
      {people.map((one) => (
        <View
          key={one.person}
          id={`candidate-${one.person}`}
          className="y-row y-row--live"
          hoverClass="y-pressed"
          onClick={() => setOpened(one.person)}
          {...spoken('button')}
        >
          <View className="y-grow">
            <View className="y-grow y-strong">{one.name}</View>
            <View className="y-note">{one.areaPath.split('·').at(-1)}</View>
            {one.former && <Tag>{words.former}</Tag>}
            {one.appeal && !one.appeal.answer && <Tag tone="danger">{words.table.appeal}</Tag>}
          </View>
          {COLUMNS.map((each) => (
            <View
              key={each}
              className={`evaluation__cell evaluation__cell--${each}${each === column ? ' evaluation__cell--chosen' : ''}`}
            >
              {each === 'months' ? one.months : figureWords(figureOf(one, each))}
            </View>
          ))}
          <View className="evaluation__grade">
            <GradeTag candidate={one} />
          </View>
        </View>
      ))}
      {candidate && (
        <CandidateSheet
          view={view}
          candidate={candidate}
          onClose={() => setOpened(undefined)}
          onChange={onChange}
        />
      )}
    </Card>
  );
}

function nameOf(column: Column, words: EvaluationWords['evaluation']): string {
  if (column === 'months') return words.table.months;
  return column === 'score' ? words.table.score : words.part[column];
}

function figureOf(candidate: CandidateView, column: Exclude<Column, 'months'>): number | undefined {
  if (column === 'score') return candidate.score;
  return candidate.exempt ? undefined : candidate[column].score;
}

/** What has no figure comes last. */
function rankOf(candidate: CandidateView, column: Column): number {
  return (column === 'months' ? candidate.months : figureOf(candidate, column)) ?? -1;
}
