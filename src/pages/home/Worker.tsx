import { View } from '@tarojs/components';
import { useState } from 'react';
import { lastWeekOpen } from '../../../domain/contact/days';
import type { HomeView, HouseholdCard } from '../../../domain/contract/views';
import { Button, Card, Tag } from '../../components';
import { useWords, weekNumber } from '../../i18n';
import { openHousehold, openSheet } from '../../routes';
import { HouseholdRow } from './HouseholdRow';
import { HouseholdSheet } from './HouseholdSheet';
import { Notices } from './Notices';

type WorkerHome = Extract<HomeView, { as: 'worker' }>;

/** This week's households: how many are left, who they are, whom to contact first. */
export function Worker({ home, unsent }: { home: WorkerHome; unsent: ReadonlySet<string> }) {
  const words = useWords();
  const [looked, setLooked] = useState<HouseholdCard>();
  const { counts, households } = home;
  const left = households.filter((one) => one.standing.state === 'due').length;
  if (households.length === 0) {
    return <Card title={words.home.worker.empty}>{words.home.worker.emptyHint}</Card>;
  }
  return (
    <>
      <Notices home={home} />
      <Asks households={households} />
      <Card
        id="week"
        title={left === 0 ? words.home.worker.none : words.home.worker.left(left)}
        aside={<Tag tone={left === 0 ? 'done' : 'plain'}>{words.home.week(weekNumber(home.week))}</Tag>}
      >
        <Cells households={households} unsent={unsent} />
        <View className="home__note">{words.home.worker.sofar(counts.reached, counts.met)}</View>
        {lastWeekOpen(home.asOf) && (
          <View id="last-week" className="home__line">
            <View className="home__text">{words.home.worker.lastWeek}</View>
            <View className="home__link" hoverClass="y-pressed" onClick={() => openSheet()}>
              {words.home.worker.lastWeekGo}
            </View>
          </View>
        )}
      </Card>
      <Card title={words.home.worker.list}>
        {households.map((household) => (
          <HouseholdRow
            key={household.id}
            household={household}
            unsent={unsent.has(household.id)}
            onOpen={setLooked}
          />
        ))}
      </Card>
      <HouseholdSheet household={looked} onClose={() => setLooked(undefined)} />
    </>
  );
}

/** Who waits to be bound: one tap to the household where the answer is given. */
function Asks({ households }: { households: HouseholdCard[] }) {
  const words = useWords().home.worker;
  const asked = households.filter((one) => one.asks > 0);
  const [first] = asked;
  if (first === undefined) return null;
  const count = asked.reduce((sum, one) => sum + one.asks, 0);
  return (
    <Card id="asks" title={words.asks(count)} tone="due" onTap={() => openHousehold(first.id)}>
      {words.asksWhose(asked.map((one) => one.head).join('、'))}
    </Card>
  );
}

const FILL = { due: 0, excused: 0, reached: 1, met: 2 } as const;

/** The motif, one cell a household: empty, half full when contacted, full when met. */
function Cells({ households, unsent }: { households: HouseholdCard[]; unsent: ReadonlySet<string> }) {
  const filled = [...households].sort((a, b) => FILL[b.standing.state] - FILL[a.standing.state]);
  return (
    <View className="home__cells">
      {filled.map(({ id, standing }) => (
        <View key={id} className="home__place">
          <View
            className={`home__cell home__cell--wide home__cell--${unsent.has(id) ? 'unsent' : standing.state}`}
          />
        </View>
      ))}
    </View>
  );
}

export function WorkerAction() {
  const words = useWords();
  return (
    <Button id="record" onTap={() => openSheet()}>
      {words.home.worker.record}
    </Button>
  );
}
