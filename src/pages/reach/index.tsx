import { View } from '@tarojs/components';
import type { OutputOf } from '../../../domain/contract/actions';
import { Card, PhoneButton, Screen, StateView } from '../../components';
import { momentWords, weekNumber } from '../../i18n';
import { useReachWords } from '../../i18n/reach';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import './index.scss';

/** Whom no message reaches, with the phone at hand; and whether the product nags its workers. */
export default function Reach() {
  const words = useReachWords();
  const silent = useQuery('notice.unreachable', {});
  const load = useQuery('notice.load', {});
  const people = silent.data?.people ?? [];
  return (
    <Screen
      title={words.reach.title}
      heading={words.reach.heading}
      lead={words.reach.lead}
      wide
      staleSince={silent.error && silent.data ? silent.asOf : undefined}
    >
      <StateView
        query={silent}
        empty={people.length === 0}
        emptyWords={words.reach.none}
        emptyHint={words.reach.noneHint}
      >
        <Card id="silent" title={words.reach.count(people.length)} tone="due">
          {people.map((person) => (
            <Silent key={person.person} person={person} />
          ))}
        </Card>
      </StateView>
      {load.data && (
        <Card id="load" title={words.reach.load}>
          {load.data.weeks.map(({ week, mean, messages, workers }) => (
            <View key={week} className="reach__week">
              <View className="reach__name">{words.home.week(weekNumber(week))}</View>
              <View className="reach__mean">{words.reach.mean(mean)}</View>
              <View className="reach__note">{words.reach.of(messages, workers)}</View>
            </View>
          ))}
          <View className="reach__note">
            {words.state.asOf(momentWords(load.data.asOf, cloud.now(), words))}
          </View>
        </Card>
      )}
    </Screen>
  );
}

function Silent({ person }: { person: OutputOf<'notice.unreachable'>['people'][number] }) {
  const words = useReachWords();
  return (
    <View className="reach__row">
      <View className="reach__text">
        <View className="reach__name">{`${person.name} · ${words.me.role[person.role]}`}</View>
        <View className="reach__note">{person.areaPath}</View>
        <View className="reach__note">
          {words.reach.since(momentWords(person.since, cloud.now(), words))}
        </View>
      </View>
      {person.phone !== undefined && <PhoneButton phone={person.phone} name={person.name} />}
    </View>
  );
}
