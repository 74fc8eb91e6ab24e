import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BookRow } from '../../../domain/contract/views';
import { Card, Choice, StateView, Tag } from '../../components';
import { spoken } from '../../components/a11y';
import { VillagePicker } from '../../components/points/VillagePicker';
import { yearsTo } from '../../components/points/years';
import { momentWords } from '../../i18n';
import { usePointsWords } from '../../i18n/points';
import { openPoints } from '../../routes';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { monthWords } from './months';

interface Props {
  kind: 'worker' | 'organisation';
  /** The reader's own area. */
  root: string;
}

const VILLAGE = 12;

/** Who has a book in a place, by name; a tap opens it. */
export function Books({ kind, root }: Props) {
  const words = usePointsWords();
  const [area, setArea] = useState(root);
  const [year, setYear] = useState<string>();
  const ready = kind === 'organisation' || area.length === VILLAGE;
  const query = useQuery(ready ? 'points.books' : undefined, { area, kind, ...(year ? { year } : {}) });
  const now = cloud.now();
  const { data } = query;
  return (
    <>
      <VillagePicker root={root} value={area} onChange={setArea} />
      <Choice
        label={words.points.year}
        options={yearsTo(now, 2).map((value) => ({ value, label: words.points.yearOf(value) }))}
        value={year ?? data?.year ?? yearsTo(now, 1)[0]}
        onChange={setYear}
      />
      {!ready && <Card>{words.points.area.choose}</Card>}
      {ready && (
        <StateView query={query} empty={data?.rows.length === 0} emptyWords={words.points.area.empty}>
          {data && (
            <>
              <Card id="books">
                <View className="points__books">
                  {data.rows.map((row) => (
                    <Row key={row.account} row={row} year={data.year} />
                  ))}
                </View>
              </Card>
              <View className="y-asof">{words.state.asOf(momentWords(data.asOf, now, words))}</View>
            </>
          )}
        </StateView>
      )}
    </>
  );
}

function Row({
  row: { account, name, areaPath, total, settled, closed },
  year,
}: {
  row: BookRow;
  year: string;
}) {
  const words = usePointsWords();
  return (
    <View
      className="y-row y-row--live"
      hoverClass="y-pressed"
      onClick={() => openPoints(account, year)}
      {...spoken('button')}
    >
      <View className="y-grow">
        <View className="y-strong">{name}</View>
        <View className="y-note">
          {[areaPath, settled ? words.points.settled(monthWords(settled, year, words)) : '']
            .filter(Boolean)
            .join(' · ')}
        </View>
      </View>
      {closed && <Tag tone="done">{words.points.yearOf(year)}</Tag>}
      <View className="y-figure">{words.points.total(total)}</View>
    </View>
  );
}
