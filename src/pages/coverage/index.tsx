import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { Role } from '../../../domain/person/person';
import { Choice, Screen } from '../../components';
import { useCoverageWords } from '../../i18n/coverage';
import { useRoles } from '../../state';
import { Blind } from './Blind';
import { CallBacks } from './CallBacks';
import { Help } from './Help';
import { Overview } from './Overview';
import { Reviews } from './Reviews';
import './index.scss';

type View = 'overview' | 'blind' | 'help' | 'reviews' | 'callbacks';

const EVERYBODY: readonly View[] = ['overview', 'blind'];
/** Who is near enough to call: the chief of the grid, the secretary of the village. */
const NEAR: readonly View[] = ['overview', 'blind', 'help', 'reviews', 'callbacks'];
const NEAR_ROLES: readonly Role[] = ['chief', 'secretary'];

/** How contact goes in an area, one question at a time. */
export default function CoveragePage() {
  const words = useCoverageWords().coverage;
  const { area, week, view: wanted } = useRouter().params;
  const near = useRoles().some((role) => NEAR_ROLES.includes(role));
  const views = near ? NEAR : EVERYBODY;
  const [chosen, setView] = useState(wanted);
  const view = views.find((one) => one === chosen) ?? 'overview';
  const [weeks, setWeeks] = useState<0 | 2 | 4 | 8>(2);
  const scope = area === undefined ? {} : { area };
  return (
    <Screen title={words.title} wide>
      <Choice
        label={words.viewsLabel}
        options={views.map((value) => ({ value, label: words.views[value] }))}
        value={view}
        onChange={setView}
      />
      {view === 'overview' && (
        <Overview
          scope={scope}
          start={week}
          onBlind={(silent) => {
            setWeeks(silent);
            setView('blind');
          }}
        />
      )}
      {view === 'blind' && <Blind scope={scope} weeks={weeks} onWeeks={setWeeks} near={near} />}
      {view === 'help' && <Help scope={scope} />}
      {view === 'reviews' && <Reviews />}
      {view === 'callbacks' && <CallBacks />}
    </Screen>
  );
}
