import { View } from '@tarojs/components';
import type { OutputOf } from '../../../domain/contract/actions';
import { Card, Screen, StateView, Tag } from '../../components';
import { momentWords, useSaid } from '../../i18n';
import { useHealthWords } from '../../i18n/health';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import './index.scss';

type Health = OutputOf<'audit.health'>;

/** Whether the clockwork runs: what should not exist, and when each timer last spoke. Silence is an alarm. */
export default function HealthPage() {
  const words = useHealthWords();
  const query = useQuery('audit.health', {});
  const health = query.data;
  return (
    <Screen
      title={words.health.title}
      heading={health && (health.well ? words.health.well : words.health.unwell)}
      lead={health && words.state.asOf(momentWords(health.asOf, cloud.now(), words))}
      wide
      staleSince={query.error && health ? query.asOf : undefined}
    >
      <StateView query={query}>
        {health && (
          <>
            <Wrong wrong={health.wrong} />
            <Card id="timers" title={words.health.timers}>
              {health.timers.map((timer) => (
                <Timer key={timer.name} timer={timer} />
              ))}
            </Card>
          </>
        )}
      </StateView>
    </Screen>
  );
}

function Wrong({ wrong }: Pick<Health, 'wrong'>) {
  const words = useHealthWords().health;
  const said = useSaid();
  if (wrong.length === 0)
    return (
      <Card id="wrong" title={words.nothing} tone="done">
        {words.nothingHint}
      </Card>
    );
  return (
    <Card id="wrong" title={words.wrong} tone="danger">
      {wrong.map(({ what, words: name, count }) => (
        <View key={what} className="health__row">
          <View className="health__name">{said(name)}</View>
          <View className="health__count">{count}</View>
        </View>
      ))}
    </Card>
  );
}

function Timer({ timer }: { timer: Health['timers'][number] }) {
  const words = useHealthWords();
  const said = useSaid();
  const ill = timer.silent || timer.failed !== undefined;
  return (
    <View className="health__row">
      <View className="health__name">
        {said(timer.words)}
        <View className="health__note">
          {timer.lastAt
            ? words.health.last(momentWords(timer.lastAt, cloud.now(), words))
            : words.health.never}
        </View>
      </View>
      <Tag tone={ill ? 'danger' : 'done'}>
        {timer.failed !== undefined
          ? words.health.failed
          : timer.silent
            ? words.health.silent
            : words.health.runs}
      </Tag>
    </View>
  );
}
