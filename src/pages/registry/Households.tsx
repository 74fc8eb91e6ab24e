import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../domain/contract/actions';
import type { HouseholdLine } from '../../../domain/contract/views';
import { Button, Card, Field, StateView } from '../../components';
import { useRegistryWords } from '../../i18n/registry';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { EndSheet } from './EndSheet';
import { HandOverSheet } from './HandOverSheet';
import { HouseholdTable } from './HouseholdTable';
import { LeaveSheet } from './LeaveSheet';
import { MergeSheet } from './MergeSheet';
import { MoveSheet } from './MoveSheet';

type Page = OutputOf<'registry.households'>;

/** The households of a village or a grid; those that are ticked go to another worker, one of them elsewhere. */
export function Households({ area }: { area: string }) {
  const { registry } = useRegistryWords();
  const words = registry.households;
  const [typed, setTyped] = useState('');
  const [name, setName] = useState('');
  const query = useQuery('registry.households', { area, ...(name ? { name } : {}) });
  const [later, setLater] = useState<Page[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [open, setOpen] = useState<'hand-over' | 'move' | 'end' | 'merge' | 'leave'>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins anew
  useEffect(() => {
    setLater([]);
    setChosen([]);
  }, [area, name, query.data]);
  const pages = query.data ? [query.data, ...later] : [];
  const households = pages.flatMap((page) => page.households);
  const picked = households.filter(({ id }) => chosen.includes(id));
  const [only] = picked.length === 1 ? picked : [];
  const pair = pairOf(picked);
  const next = pages.at(-1)?.next;
  const more = async () => {
    const page = (await cloud.call('registry.households', {
      area,
      after: next,
      ...(name ? { name } : {}),
    })) as Page;
    setLater((was) => [...was, page]);
  };
  const toggle = ({ id }: HouseholdLine) =>
    setChosen((was) => (was.includes(id) ? was.filter((other) => other !== id) : [...was, id]));
  const finish = () => {
    setOpen(undefined);
    void query.refresh();
  };
  const close = () => setOpen(undefined);
  const workers = query.data?.workers ?? [];
  return (
    <Card>
      <View className="y-acts registry__find">
        <Field name="find" label="" placeholder={words.name} most={30} value={typed} onChange={setTyped} />
        <Button id="find-go" inline kind="quiet" onTap={() => setName(typed.trim())}>
          {words.find}
        </Button>
      </View>
      <StateView query={query} empty={households.length === 0} emptyWords={words.none}>
        <View className="y-acts registry__picked">
          <View className="y-strong">{words.chosen(picked.length)}</View>
          <Button id="hand-over" inline disabled={picked.length === 0} onTap={() => setOpen('hand-over')}>
            {words.handOver}
          </Button>
          <Button id="move" inline kind="quiet" disabled={!only} onTap={() => setOpen('move')}>
            {words.move}
          </Button>
          <Button id="merge" inline kind="quiet" disabled={!pair} onTap={() => setOpen('merge')}>
            {registry.merge.title}
          </Button>
          <Button id="leave" inline kind="quiet" onTap={() => setOpen('leave')}>
            {registry.leave.title}
          </Button>
          <Button id="end" inline kind="quiet" disabled={!only} onTap={() => setOpen('end')}>
            {words.end}
          </Button>
        </View>
        <HouseholdTable households={households} chosen={chosen} onToggle={toggle} />
        {next !== undefined && (
          <Button id="more" kind="quiet" onTap={more}>
            {words.more}
          </Button>
        )}
      </StateView>
      <View className="y-note">{words.log}</View>
      {open === 'hand-over' && (
        <HandOverSheet households={picked} workers={workers} onClose={close} onDone={finish} />
      )}
      {open === 'move' && only && (
        <MoveSheet household={only} workers={workers} onClose={close} onDone={finish} />
      )}
      {open === 'merge' && pair && <MergeSheet pair={pair} onClose={close} onDone={finish} />}
      {open === 'leave' && <LeaveSheet workers={workers} onClose={close} onDone={finish} />}
      {open === 'end' && only && <EndSheet household={only} onClose={close} onDone={finish} />}
    </Card>
  );
}

function pairOf([first, second, ...more]: HouseholdLine[]):
  | readonly [HouseholdLine, HouseholdLine]
  | undefined {
  return first && second && more.length === 0 ? [first, second] : undefined;
}
