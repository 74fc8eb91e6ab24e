import { View } from '@tarojs/components';
import { useState } from 'react';
import type { RollView, TopLineView } from '../../../domain/contract/views';
import { ROLL_SUBJECTS, type RollSubject } from '../../../domain/roll/roll';
import { Button, Card, Choice, StateView, Tag } from '../../components';
import { useRollWords } from '../../i18n/roll';
import { useQuery } from '../../state';
import { AsOf } from './AsOf';
import { lastName } from './names';
import { Papers } from './Papers';
import { RecommendSheet } from './RecommendSheet';
import { RetractSheet } from './RetractSheet';

/** Whom to honour: on a phone one after the other, on a PC a table with the papers beside it. */
export function Candidates({ village }: { village: string }) {
  const honours = useRollWords().roll;
  const [subjects, setSubjects] = useState<RollSubject>('worker');
  const [year, setYear] = useState<string>();
  const query = useQuery('roll.open', { village, subjects, ...(year ? { year } : {}) });
  const view = query.data;
  const [asked, setAsked] = useState<TopLineView>();
  const [taken, setTaken] = useState<TopLineView>();
  return (
    <>
      <Choice<RollSubject>
        label={honours.subjectsLabel}
        options={ROLL_SUBJECTS.map((value) => ({ value, label: honours.subjects[value] }))}
        value={subjects}
        onChange={setSubjects}
      />
      <StateView query={query}>
        {view && (
          <View className="y-columns">
            <View className="y-column">
              {view.years.length > 1 && (
                <Choice
                  label={honours.yearLabel}
                  options={view.years.map((value) => ({ value, label: honours.year(value) }))}
                  value={view.year}
                  onChange={setYear}
                />
              )}
              <List view={view} query={query} onAsk={setAsked} onRetract={setTaken} />
              <AsOf query={query} />
            </View>
            {view.may.includes('export') && (
              <View className="y-column y-column--side">
                <Papers village={village} year={view.year} hash={view.hash} />
              </View>
            )}
          </View>
        )}
      </StateView>
      {asked && view && (
        <RecommendSheet
          line={asked}
          view={view}
          onClose={() => setAsked(undefined)}
          onDone={async () => {
            setAsked(undefined);
            await query.refresh();
          }}
        />
      )}
      {taken && view && (
        <RetractSheet
          line={taken}
          view={view}
          onClose={() => setTaken(undefined)}
          onDone={async () => {
            setTaken(undefined);
            await query.refresh();
          }}
        />
      )}
    </>
  );
}

interface ListProps {
  view: RollView;
  query: Parameters<typeof StateView>[0]['query'];
  onAsk(line: TopLineView): void;
  onRetract(line: TopLineView): void;
}

function List({ view, query, ...acts }: ListProps) {
  const { candidates } = useRollWords().roll;
  const share = `${Math.round(view.share * 100)}%`;
  const heading = view.subjects === 'worker' ? candidates.heading : candidates.households;
  const figured = view.top.some(({ score }) => score !== undefined);
  return (
    <Card
      id="candidates"
      title={
        !view.made
          ? undefined
          : view.ranked < view.fewest
            ? candidates.few(view.ranked, view.fewest)
            : heading(view.ranked, share)
      }
    >
      <StateView
        query={query}
        empty={view.top.length === 0}
        emptyWords={candidates.notMade}
        emptyHint={view.made ? '' : candidates.notMadeHint[view.subjects]}
      >
        <View className="roll__row roll__row--head y-line">
          {figured && <View className="roll__figure y-figure">{candidates.rank}</View>}
          <View className="roll__who">{candidates.name}</View>
          {figured && <View className="roll__figure y-figure">{candidates.score}</View>}
          <View className="roll__standing">{candidates.standing}</View>
          <View className="roll__act" />
        </View>
        {view.top.map((line) => (
          <Row key={line.subject} line={line} figured={figured} {...acts} />
        ))}
        <View className="y-note">{candidates.rule}</View>
      </StateView>
    </Card>
  );
}

interface RowProps extends Pick<ListProps, 'onAsk' | 'onRetract'> {
  line: TopLineView;
  figured: boolean;
}

function Row({ line, figured, onAsk, onRetract }: RowProps) {
  const { candidates, waits, shown } = useRollWords().roll;
  return (
    <View className="roll__row y-line">
      {figured && (
        <View className="roll__figure y-figure">
          {line.rank === undefined ? '' : candidates.rankOf(line.rank)}
        </View>
      )}
      <View className="roll__who">
        <View className="y-grow y-strong">{line.name}</View>
        <View className="y-note">{lastName(line.areaPath)}</View>
      </View>
      {figured && <View className="roll__figure y-figure">{line.score ?? ''}</View>}
      <View className="roll__standing">
        {line.honour !== undefined && <View className="y-strong">{line.honour}</View>}
        <View className="roll__tags">
          {line.shown && <Tag tone="done">{shown}</Tag>}
          {line.waits.map((wait) => (
            <Tag key={wait} tone={wait === 'withdrawn' || wait === 'expired' ? 'plain' : 'active'}>
              {waits[wait]}
            </Tag>
          ))}
        </View>
        {line.recommendations.length > 0 && (
          <View className="y-note">{candidates.recommendations(line.recommendations.length)}</View>
        )}
      </View>
      <View className="roll__act">
        {line.may.includes('recommend') && (
          <Button id={`recommend-${line.subject}`} kind="quiet" inline onTap={() => onAsk(line)}>
            {candidates.recommend}
          </Button>
        )}
        {line.may.includes('retract') && (
          <Button id={`retract-${line.subject}`} kind="quiet" inline onTap={() => onRetract(line)}>
            {candidates.retract}
          </Button>
        )}
      </View>
    </View>
  );
}
