import { useState } from 'react';
import type { Me } from '../../../domain/contract/views';
import { Choice, Screen } from '../../components';
import { useWords } from '../../i18n';
import { useMe, useQuery } from '../../state';
import { ProblemList, type Scope } from './ProblemList';
import './index.scss';

/** What I reported, what is on my desk, what goes on where I look after. */
export default function Problems() {
  const words = useWords();
  const known = useMe();
  // Opened by its address before any home was: ask who I am.
  const home = useQuery(known ? undefined : 'home.open', {});
  const me = known ?? home.data?.me;
  const scopes = me ? scopesOf(me.roles) : [];
  const [chosen, setChosen] = useState<Scope>();
  const scope = chosen !== undefined && scopes.includes(chosen) ? chosen : scopes[0];
  const worker = me !== undefined && !me.roles.some((role) => DESKS.includes(role));
  return (
    <Screen title={words.tabs.problems} tab="problems">
      {scopes.length > 1 && (
        <Choice<Scope>
          label={words.problems.scopes}
          options={scopes.map((value) => ({
            value,
            label: value === 'area' && worker ? words.problems.scope.linked : words.problems.scope[value],
          }))}
          value={scope}
          onChange={setChosen}
        />
      )}
      <ProblemList key={scope ?? ''} scope={scope} who={home} />
    </Screen>
  );
}

const DESKS: readonly Me['roles'][number][] = ['chief', 'secretary', 'official', 'supervisor', 'admin'];

/** The first one opens first. */
function scopesOf(roles: Me['roles']): Scope[] {
  const desk = roles.some((role) => DESKS.includes(role));
  const speaks = roles.includes('resident') || roles.includes('worker');
  return [
    ...(desk ? (['desk', 'area'] as const) : []),
    ...(speaks ? (['mine'] as const) : []),
    ...(!desk && roles.includes('worker') ? (['area'] as const) : []),
  ];
}
