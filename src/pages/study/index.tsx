import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { StudyView } from '../../../domain/contract/views';
import type { AgendaItem } from '../../../domain/study/session';
import { Button, Card, Screen, StateView } from '../../components';
import { dayWords, momentWords } from '../../i18n';
import { type StudyWords, useStudyWords } from '../../i18n/study';
import { openDeeds } from '../../routes';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { AddSheet } from './AddSheet';
import { Below } from './Below';
import { Calendar } from './Calendar';
import { DecideSheet } from './DecideSheet';
import { Hold } from './Hold';
import { Item } from './Item';
import { periodWords } from './period';
import './index.scss';

interface Asked {
  item: AgendaItem;
  kind: 'solve' | 'escalate' | 'explain' | 'defer';
}

/** One study session: what waits, item by item with what can be decided, who is there, and the end of it. */
export default function Study() {
  const words = useStudyWords();
  const { id = '' } = useRouter().params;
  const [area, period] = decodeURIComponent(id).split('_');
  const [chosen, setChosen] = useState<string>();
  const query = useQuery('study.open', {
    ...(area ? { area } : {}),
    ...((chosen ?? period) ? { period: chosen ?? period } : {}),
  });
  const [asked, setAsked] = useState<Asked>();
  const [adding, setAdding] = useState(false);
  const study = query.data;
  const now = cloud.now();
  return (
    <Screen
      title={words.study.title}
      heading={study && words.study.heading(study.area.name, periodWords(study.period, words))}
      lead={study && leadWords(study, now, words)}
      staleSince={query.error && study ? query.asOf : undefined}
      wide
    >
      <StateView query={query}>
        {study && (
          <View className="y-columns">
            <View className="y-column">
              <Agenda study={study} now={now} onAsk={(item, kind) => setAsked({ item, kind })} />
              {study.chairs && (
                <Button id="add" kind="quiet" onTap={() => setAdding(true)}>
                  {words.study.add}
                </Button>
              )}
            </View>
            <View className="y-column y-column--side">
              <Hold key={study.session} study={study} now={now} onDone={query.refresh} />
              <Calendar study={study} onOpen={setChosen} />
              <Below study={study} />
              <Button id="deeds" kind="quiet" onTap={() => openDeeds(study.area.code)}>
                {words.study.deeds}
              </Button>
              <View className="y-asof">{words.state.asOf(momentWords(study.asOf, now, words))}</View>
            </View>
          </View>
        )}
      </StateView>
      {study && asked && (
        <DecideSheet
          study={study}
          asked={asked}
          now={now}
          onClose={() => setAsked(undefined)}
          onDone={async () => {
            setAsked(undefined);
            await query.refresh();
          }}
        />
      )}
      {study && adding && (
        <AddSheet
          study={study}
          onClose={() => setAdding(false)}
          onDone={async () => {
            setAdding(false);
            await query.refresh();
          }}
        />
      )}
    </Screen>
  );
}

function leadWords({ state, agenda, heldAt, to }: StudyView, now: number, words: StudyWords): string {
  if (state === 'held') return words.study.leadHeld(heldAt ? dayWords(heldAt, now, words) : '');
  if (state === 'missed') return words.study.leadMissed;
  const decided = agenda.filter(({ decision }) => decision).length;
  const told = words.study.lead(agenda.length - decided, decided);
  return `${told} · ${words.study.until(dayWords(to - 1, now, words))}`;
}

interface AgendaProps {
  study: StudyView;
  now: number;
  onAsk(item: AgendaItem, kind: Asked['kind']): void;
}

function Agenda({ study, now, onAsk }: AgendaProps) {
  const { study: words } = useStudyWords();
  if (study.agenda.length === 0) {
    return (
      <Card title={words.none} tone="done">
        {words.noneHint}
      </Card>
    );
  }
  return (
    <>
      {study.agenda.map((item) => (
        <Item key={item.id} item={item} study={study} now={now} onAsk={(kind) => onAsk(item, kind)} />
      ))}
    </>
  );
}
