import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import type { HouseholdCard } from '../../../domain/contract/views';
import { Button, Screen, StateView } from '../../components';
import { useWords, weekNumber } from '../../i18n';
import { cloud } from '../../services/cloud';
import { putOnHat, useHat, useQuery, useUnsent } from '../../state';
import { hasWords, newMark } from './draft';
import { MarkSheet } from './MarkSheet';
import { Quick } from './Quick';
import { Row } from './Row';
import { useMarks } from './useMarks';
import { useSave } from './useSave';
import './index.scss';

/** Home has just asked; what it was told is good enough to tick on, ms. */
const FRESH_MS = 10 * 60_000;

/** This week's households on one screen: tick, save. */
export default function ContactSheet() {
  const words = useWords();
  const hat = useHat();
  const query = useQuery('home.open', hat ? { as: hat } : {}, { freshFor: FRESH_MS });
  const { home: kept, unsent } = useUnsent(query.data);
  const home = kept?.as === 'worker' ? kept : undefined;
  const otherHat = query.data !== undefined && home === undefined && query.data.me.roles.includes('worker');
  useEffect(() => {
    if (otherHat) putOnHat('worker');
  }, [otherHat]);
  const households = home?.households ?? [];
  const marks = useMarks(households);
  // Home asks for the words on one household at once.
  const [asked, setAsked] = useState(useRouter().params.household);
  const shown = households.find((one) => one.id === asked);
  const { save, error } = useSave({
    marks,
    onNewWeek: async () => {
      await query.refresh();
      marks.renew();
    },
  });
  const count = Object.keys(marks.draft).length;
  const tick = (household: HouseholdCard) => {
    const mark = marks.draft[household.id];
    // A second contact of the week, and words already said, deserve a look rather than a flip.
    if (mark ? hasWords(mark) : household.standing.state !== 'due') setAsked(household.id);
    else marks.toggle(household.id);
  };
  return (
    <Screen
      title={words.contact.title}
      heading={words.contact.ask}
      lead={home && `${words.home.week(weekNumber(home.week))} · ${words.contact.hint}`}
      action={
        home && (
          <Button id="save" disabled={count === 0} onTap={() => save()}>
            {words.contact.save(count)}
          </Button>
        )
      }
      staleSince={query.error && home ? query.asOf : undefined}
      unsent
    >
      <StateView
        query={query}
        empty={home !== undefined && households.length === 0}
        emptyWords={words.home.worker.empty}
        emptyHint={words.home.worker.emptyHint}
      >
        <Quick marks={marks} anyDue={households.some((one) => one.standing.state === 'due')} />
        {error !== undefined && <View className="sheet__error">{error}</View>}
        <View className="sheet__list">
          {households.map((one) => (
            <Row
              key={one.id}
              household={one}
              mark={marks.draft[one.id]}
              unsent={unsent.has(one.id)}
              onTick={tick}
              onDetails={() => setAsked(one.id)}
            />
          ))}
        </View>
      </StateView>
      {shown && (
        <MarkSheet
          key={shown.id}
          household={shown}
          mark={marks.draft[shown.id] ?? newMark('phone', cloud.now())}
          marked={marks.draft[shown.id] !== undefined}
          count={count + (marks.draft[shown.id] ? 0 : 1)}
          onMark={(mark) => {
            marks.set(shown.id, mark);
            setAsked(undefined);
          }}
          onSave={(mark) => {
            marks.set(shown.id, mark);
            setAsked(undefined);
            return save({ ...marks.draft, [shown.id]: mark });
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Screen>
  );
}
