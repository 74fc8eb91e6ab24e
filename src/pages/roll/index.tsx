import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { EVALUATORS } from '../../../domain/access/evaluators';
import type { Role } from '../../../domain/person/person';
import { Card, Choice, Screen } from '../../components';
import { useRollWords } from '../../i18n/roll';
import { useMe, useRoles } from '../../state';
import { Bases } from './Bases';
import { Candidates } from './Candidates';
import { Mine } from './Mine';
import { PublicList } from './PublicList';
import { Training } from './Training';
import { VillagePicker } from './VillagePicker';
import './index.scss';

/** Who has which view; the server decides all the same. */
const FOR = {
  public: undefined,
  mine: undefined,
  candidates: ['chief', ...EVALUATORS],
  training: ['chief', ...EVALUATORS],
  bases: [...EVALUATORS, 'admin'],
} as const satisfies Record<string, readonly Role[] | undefined>;

type View = keyof typeof FOR;
const VIEWS: readonly View[] = ['public', 'mine', 'candidates', 'training', 'bases'];

const VILLAGE_DIGITS = 12;

/** Honours with their owners' consent, offers of training in private, and what both rest on. */
export default function RollPage() {
  const words = useRollWords().roll;
  const { id } = useRouter().params;
  const [opened, year] = id ? decodeURIComponent(id).split('_') : [];
  const roles = useRoles();
  const area = useMe()?.area.code ?? '';
  const views = VIEWS.filter((view) => FOR[view]?.some((role) => roles.includes(role)) ?? true);
  // A message opens what it is about: one's own, or what waits for a supervisor.
  const [chosen, setView] = useState<View | undefined>(
    opened ? (roles.includes('supervisor') ? 'training' : 'mine') : undefined,
  );
  const view = views.find((one) => one === chosen) ?? 'public';
  const own = area.length >= VILLAGE_DIGITS ? area.slice(0, VILLAGE_DIGITS) : undefined;
  const [picked, setPicked] = useState(opened);
  const village = picked ?? own;
  return (
    <Screen title={words.title} wide>
      {views.length > 1 && (
        <Choice<View>
          label={words.viewsLabel}
          options={views.map((value) => ({ value, label: words.views[value] }))}
          value={view}
          onChange={setView}
        />
      )}
      {own === undefined && view !== 'bases' && area !== '' && (
        <VillagePicker root={area} value={village} onChange={setPicked} />
      )}
      {village === undefined && view !== 'bases' && area !== '' && <Card>{words.chooseVillage}</Card>}
      {village !== undefined && view === 'public' && <PublicList village={village} />}
      {village !== undefined && view === 'mine' && <Mine village={village} year={year} />}
      {village !== undefined && view === 'candidates' && <Candidates village={village} />}
      {village !== undefined && view === 'training' && <Training village={village} />}
      {view === 'bases' && <Bases />}
    </Screen>
  );
}
