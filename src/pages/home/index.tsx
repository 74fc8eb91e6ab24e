import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { HomeView } from '../../../domain/contract/views';
import { Choice, Screen, StateView } from '../../components';
import { type Dictionary, momentWords, useWords } from '../../i18n';
import { cloud } from '../../services/cloud';
import { putOnHat, rememberHome, useHat, useQuery, useUnsent } from '../../state';
import { Desk } from './Desk';
import { Resident, ResidentAction } from './Resident';
import { Tools } from './Tools';
import { Worker, WorkerAction } from './Worker';
import './index.scss';

/** The first screen: one call, drawn by who is asking. */
export default function Home() {
  const words = useWords();
  const hat = useHat();
  const query = useQuery('home.open', hat ? { as: hat } : {});
  const { home, unsent } = useUnsent(query.data);
  useEffect(() => {
    if (home) rememberHome(home);
  }, [home]);
  return (
    <Screen
      title={words.app.name}
      heading={home && <Greeting home={home} />}
      lead={home && placeOf(home, words)}
      action={home && actionOf(home)}
      tab="home"
      wide={home !== undefined && home.as !== 'worker' && home.as !== 'resident'}
      staleSince={query.error && home ? query.asOf : undefined}
    >
      {home && home.me.roles.length > 1 && (
        <Choice
          label={words.home.hats}
          options={home.me.roles.map((role) => ({ value: role, label: words.me.role[role] }))}
          value={home.as}
          onChange={putOnHat}
        />
      )}
      <StateView query={query}>
        {home && <Part home={home} unsent={unsent} refresh={query.refresh} />}
        {home && <Tools home={home} />}
        {home && (
          <View className="home__asof">
            {words.state.asOf(momentWords(query.asOf ?? home.asOf, cloud.now(), words))}
          </View>
        )}
      </StateView>
    </Screen>
  );
}

function Greeting({ home }: { home: HomeView }) {
  const words = useWords();
  return <>{words.home.hello(home.me.name)}</>;
}

interface PartProps {
  home: HomeView;
  unsent: ReadonlySet<string>;
  refresh(): Promise<void>;
}

function Part({ home, unsent, refresh }: PartProps) {
  switch (home.as) {
    case 'worker':
      return <Worker home={home} unsent={unsent} />;
    case 'resident':
      return <Resident home={home} onChange={refresh} />;
    default:
      return <Desk home={home} />;
  }
}

function actionOf(home: HomeView) {
  switch (home.as) {
    case 'worker':
      return home.households.length > 0 ? <WorkerAction /> : undefined;
    case 'resident':
      return <ResidentAction />;
    default:
      return undefined;
  }
}

function placeOf(home: HomeView, words: Dictionary): string {
  const { path } = home.me.area;
  if (home.as !== 'resident' || home.household.head === '') return path;
  return `${words.home.resident.of(home.household.head)} · ${path}`;
}
