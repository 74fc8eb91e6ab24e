import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { HouseholdCard } from '../../../domain/contract/views';
import { Button, type Cell, Grid, Screen, StateView } from '../../components';
import { type Dictionary, useWords, weekNumber } from '../../i18n';
import { putOnHat, useHat, useQuery, useUnsent } from '../../state';
import { type Draft, newMark } from './draft';
import { MarkSheet } from './MarkSheet';
import { Quick } from './Quick';
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
  const { home: any, unsent } = useUnsent(query.data);
  const home = any?.as === 'worker' ? any : undefined;
  const otherHat = query.data !== undefined && home === undefined && query.data.me.roles.includes('worker');
  useEffect(() => {
    if (otherHat) putOnHat('worker');
  }, [otherHat]);
  const households = home?.households ?? [];
  const marks = useMarks(households);
  const [asked, setAsked] = useState<HouseholdCard>();
  const { save, error } = useSave({
    week: home?.week,
    draft: marks.draft,
    onNewWeek: async () => {
      await query.refresh();
      marks.renew();
    },
  });
  const count = Object.keys(marks.draft).length;
  return (
    <Screen
      title={words.contact.title}
      heading={words.contact.ask}
      lead={home && `${words.home.week(weekNumber(home.week))} · ${words.contact.hint}`}
      action={
        home && (
          <Button id="save" disabled={count === 0} onTap={save}>
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
        <Grid
          columns={3}
          cells={households.map((one) => cellOf(one, marks.draft, unsent, words))}
          onTap={(id) => setAsked(households.find((one) => one.id === id))}
        />
        {error !== undefined && <View className="sheet__error">{error}</View>}
      </StateView>
      <MarkSheet
        key={asked?.id ?? ''}
        household={asked}
        mark={asked && (marks.draft[asked.id] ?? newMark('phone', 0))}
        marked={asked !== undefined && marks.draft[asked.id] !== undefined}
        onMark={(mark) => {
          if (asked) marks.set(asked.id, mark);
          setAsked(undefined);
        }}
        onClose={() => setAsked(undefined)}
      />
    </Screen>
  );
}

/** Empty: to contact · half: ticked, or saved on this phone only · full: in the books. */
function cellOf(
  { id, head, standing }: HouseholdCard,
  draft: Draft,
  unsent: ReadonlySet<string>,
  words: Dictionary,
): Cell {
  const mark = draft[id];
  if (mark) return { key: id, label: head, note: words.contact.channel[mark.channel], fill: 0.55 };
  if (unsent.has(id)) return { key: id, label: head, note: words.outbox.unsent, fill: 0.5 };
  if (standing.state !== 'due') {
    const note = standing.state === 'met' ? words.home.why.met : words.home.why.reached;
    return { key: id, label: head, note, fill: 1 };
  }
  const note = standing.daysSince === null ? words.contact.never : words.contact.days(standing.daysSince);
  return { key: id, label: head, note, fill: 0, state: 'due' };
}
