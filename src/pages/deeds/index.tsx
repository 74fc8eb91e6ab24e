import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { DEED_LISTS, type DeedList } from '../../../domain/deed/deed';
import { Button, Card, Choice, Screen, StateView } from '../../components';
import { momentWords } from '../../i18n';
import { useDeedWords } from '../../i18n/deed';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { Areas } from './Areas';
import { DeedSheet } from './DeedSheet';
import { List, type Shown } from './List';
import { PromiseSheet } from './PromiseSheet';
import { Total } from './Total';
import './index.scss';

/** The lists of deeds: how much of what was promised is done, where, and each deed with what came of it. */
export default function Deeds() {
  const words = useDeedWords();
  const { id, area: from } = useRouter().params;
  const [path, setPath] = useState<string[]>(from ? [from] : []);
  const [list, setList] = useState<DeedList>('organisation');
  const [shown, setShown] = useState<Shown>('all');
  const [opened, setOpened] = useState<string | undefined>(id ? decodeURIComponent(id) : undefined);
  const [adding, setAdding] = useState(false);
  const area = path.at(-1);
  const [year, setYear] = useState<string>();
  const query = useQuery('deed.totals', { ...(area ? { area } : {}), ...(year ? { year } : {}) });
  const totals = query.data;
  const [turn, setTurn] = useState(0);
  const changed = async () => {
    setTurn((was) => was + 1);
    await query.refresh();
  };
  return (
    <Screen
      title={words.deed.title}
      heading={totals && words.deed.heading(totals.area.name, totals.year)}
      staleSince={query.error && totals ? query.asOf : undefined}
      wide
    >
      <StateView query={query}>
        {totals && (
          <View className="y-columns">
            <View className="y-column y-column--side">
              <View className="deeds__totals">
                {DEED_LISTS.map((one) => (
                  <Total key={one} list={one} count={totals.all[one]} chosen={one === list} onTap={setList} />
                ))}
              </View>
              {path.length > 1 || (path.length === 1 && from === undefined) ? (
                <Button kind="quiet" onTap={() => setPath(path.slice(0, -1))}>
                  {words.deed.up}
                </Button>
              ) : null}
              {totals.adds.length > 0 && (
                <Button id="add" onTap={() => setAdding(true)}>
                  {words.deed.add}
                </Button>
              )}
              <Areas totals={totals} list={list} onOpen={(code) => setPath([...path, code])} />
              <View className="y-asof">{words.state.asOf(momentWords(totals.asOf, cloud.now(), words))}</View>
            </View>
            <View className="y-column">
              <Choice
                label={words.deed.year}
                options={yearsAround(cloud.now()).map((value) => ({
                  value,
                  label: words.deed.yearOf(value),
                }))}
                value={totals.year}
                onChange={setYear}
              />
              <Choice<Shown>
                label={words.deed.scope}
                options={[
                  { value: 'all', label: words.deed.all },
                  { value: 'promised', label: words.deed.status.promised },
                  { value: 'done', label: words.deed.status.done },
                  ...(totals.adds.length > 0 ? [{ value: 'mine' as const, label: words.deed.mine }] : []),
                ]}
                value={shown}
                onChange={setShown}
              />
              <Card id="list" title={words.deed.list[list]}>
                <List
                  key={`${totals.area.code} ${totals.year} ${list} ${shown} ${turn}`}
                  area={totals.area.code}
                  year={totals.year}
                  list={list}
                  shown={shown}
                  onOpen={setOpened}
                />
              </Card>
            </View>
          </View>
        )}
      </StateView>
      {opened !== undefined && (
        <DeedSheet deed={opened} onClose={() => setOpened(undefined)} onChanged={changed} />
      )}
      {adding && totals && (
        <PromiseSheet
          adds={totals.adds}
          onClose={() => setAdding(false)}
          onDone={async () => {
            setAdding(false);
            await changed();
          }}
        />
      )}
    </Screen>
  );
}

/** A promise stands on the list of the year it was made in: in January last year's are still being kept. */
function yearsAround(now: number): string[] {
  const year = new Date(now + 8 * 3_600_000).getUTCFullYear();
  return [String(year), String(year - 1)];
}
