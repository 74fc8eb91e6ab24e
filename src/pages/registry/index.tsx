import { useState } from 'react';
import { Card, Choice, Screen, StateView } from '../../components';
import { useRegistryWords } from '../../i18n/registry';
import { useMe, useQuery } from '../../state';
import { AreaPicker } from './AreaPicker';
import { Export } from './Export';
import { Households } from './Households';
import { Import } from './Import';
import { Limits } from './Limits';
import './index.scss';

type Tab = 'import' | 'households' | 'limits' | 'export';

const VILLAGE_DIGITS = 12;

/** Who lives where and who looks after whom: for the administrator, and for a secretary in the own village. At a PC. */
export default function Registry() {
  const words = useRegistryWords().registry;
  const known = useMe();
  const home = useQuery(known ? undefined : 'home.open', {});
  const me = known ?? home.data?.me;
  const admin = me?.roles.includes('admin') ?? false;
  const keeps = admin || (me?.roles.includes('secretary') ?? false);
  const tabs: Tab[] = admin
    ? ['import', 'households', 'limits', 'export']
    : ['households', 'limits', 'export'];
  const [chosen, setTab] = useState<Tab>();
  const tab = chosen ?? tabs[0] ?? 'households';
  // The administrator may be looked at as secretary; the banner is the start of any code.
  const root = admin ? (me?.area.code.slice(0, 6) ?? '') : (me?.area.code.slice(0, VILLAGE_DIGITS) ?? '');
  const [place, setPlace] = useState<string>();
  const area = place ?? root;
  return (
    <Screen title={words.title} wide>
      {!me && <StateView query={home} />}
      {me && !keeps && <Card>{words.refused}</Card>}
      {me && keeps && (
        <>
          <Choice<Tab>
            label={words.title}
            options={tabs.map((value) => ({ value, label: words.tab[value] }))}
            value={tab}
            onChange={setTab}
          />
          {tab !== 'import' && (
            <Card title={words.area}>
              <AreaPicker root={root} value={area} onChange={setPlace} />
            </Card>
          )}
          {tab === 'import' && <Import />}
          {tab === 'households' && area.length >= VILLAGE_DIGITS && <Households area={area} />}
          {tab === 'limits' && <Limits area={area} />}
          {tab === 'export' && <Export area={area} admin={admin} />}
        </>
      )}
    </Screen>
  );
}
