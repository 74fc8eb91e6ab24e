import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Choice, Screen, StateView } from '../../components';
import { usePointsWords } from '../../i18n/points';
import { useMe, useQuery } from '../../state';
import { BookScreen } from './BookScreen';
import { Books } from './Books';
import './index.scss';

type View = 'own' | 'worker' | 'organisation';

/** The own points; for who evaluates also those of the own area, one book at a time. */
export default function PointsPage() {
  const words = usePointsWords().points;
  const { account, year } = useRouter().params;
  const known = useMe();
  const home = useQuery(known ? undefined : 'home.open', {});
  const me = known ?? home.data?.me;
  const [chosen, setChosen] = useState<View>();
  if (account) return <BookScreen account={decodeURIComponent(account)} from={year} />;
  if (!me) {
    return (
      <Screen title={words.title} wide>
        <StateView query={home} />
      </Screen>
    );
  }
  const { roles } = me;
  const evaluates = roles.some((role) => ['secretary', 'official', 'supervisor'].includes(role));
  if (!evaluates) return <BookScreen />;
  // A supervisor has no organisation of their own.
  const own = roles.some((role) => ['worker', 'secretary', 'official'].includes(role));
  const views: View[] = [...(own ? (['own'] as const) : []), 'worker', 'organisation'];
  const view = chosen ?? (own ? 'own' : 'worker');
  const choice = (
    <Choice<View>
      label={words.area.view}
      options={views.map((value) => ({ value, label: words.area[value] }))}
      value={view}
      onChange={setChosen}
    />
  );
  if (view === 'own') return <BookScreen above={choice} />;
  return (
    <Screen title={words.title} heading={words.area[view]} lead={words.area.hint} wide>
      {choice}
      <Books kind={view} root={me.area.code.slice(0, 12)} />
    </Screen>
  );
}
