import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Me } from '../../../domain/contract/views';
import type { DeskFilter } from '../../../domain/problem/party';
import { Choice, Screen } from '../../components';
import { useMatter } from '../../components/matter/useMatter';
import { useWords } from '../../i18n';
import { openProblem } from '../../routes';
import { useMe, useQuery } from '../../state';
import { ProblemList, type Scope } from './ProblemList';
import { useWide } from './useWide';
import './index.scss';

/** What I reported, what is on my desk, what goes on where I look after; on a PC the matter stands beside its list. */
export default function Problems() {
  const words = useWords();
  const known = useMe();
  // Opened by its address before any home was: ask who I am.
  const home = useQuery(known ? undefined : 'home.open', {});
  const me = known ?? home.data?.me;
  const scopes = me ? scopesOf(me.roles) : [];
  const [wanted, setWanted] = useState<Scope>();
  const [only, setOnly] = useState<DeskFilter>('now');
  const scope = wanted !== undefined && scopes.includes(wanted) ? wanted : scopes[0];
  const worker = me !== undefined && !me.roles.some((role) => DESKS.includes(role));
  const beside = useWide() && scope !== undefined && scope !== 'mine';
  const [open, setOpen] = useState<string>();
  return (
    <Screen title={words.tabs.problems} tab="problems" wide={beside}>
      <View className={beside ? 'problems__two' : 'problems__one'}>
        <View className="problems__list">
          {scopes.length > 1 && (
            <Choice<Scope>
              label={words.problems.scopes}
              options={scopes.map((value) => ({
                value,
                label: value === 'area' && worker ? words.problems.scope.linked : words.problems.scope[value],
              }))}
              value={scope}
              onChange={setWanted}
            />
          )}
          <ProblemList
            key={`${scope}${only}`}
            scope={scope}
            only={only}
            chosen={beside ? open : undefined}
            who={home}
            onOnly={setOnly}
            onOpen={beside ? setOpen : openProblem}
          />
        </View>
        {beside && <Beside key={open ?? ''} id={open} />}
      </View>
    </Screen>
  );
}

/** The matter that was chosen, with what can be done at its foot. */
function Beside({ id }: { id: string | undefined }) {
  const words = useWords().problems;
  const { body, bar } = useMatter(id);
  return (
    <View className="problems__matter">
      {id === undefined ? <View className="problems__note">{words.pick}</View> : body}
      {id !== undefined && bar && <View className="problems__bar">{bar}</View>}
    </View>
  );
}

const DESKS: readonly Me['roles'][number][] = [
  'chief',
  'secretary',
  'official',
  'handler',
  'supervisor',
  'admin',
];

/** The first one opens first. */
function scopesOf(roles: Me['roles']): Scope[] {
  const desk = roles.some((role) => DESKS.includes(role));
  const speaks = roles.includes('resident') || roles.includes('worker');
  // A unit's handler sees what it was given, not the area.
  const area = roles.some((role) => role !== 'handler' && DESKS.includes(role));
  return [
    ...(desk ? (['desk'] as const) : []),
    ...(area ? (['area'] as const) : []),
    ...(speaks ? (['mine'] as const) : []),
    ...(!desk && roles.includes('worker') ? (['area'] as const) : []),
  ];
}
