import { View } from '@tarojs/components';
import type { OutputOf } from '../../../domain/contract/actions';
import type { DeedList } from '../../../domain/deed/deed';
import { Card } from '../../components';
import { spoken } from '../../components/a11y';
import { useDeedWords } from '../../i18n/deed';
import { Progress } from './Total';

interface Props {
  totals: OutputOf<'deed.totals'>;
  list: DeedList;
  onOpen(area: string): void;
}

/** The own list, then one row for each area below; a tap goes there. */
export function Areas({ totals, list, onOpen }: Props) {
  const { deed: words } = useDeedWords();
  const rows = totals.rows.filter(({ area, totals: one }) =>
    area.code === totals.area.code ? one[list].total > 0 : area.code.length < 15 || one[list].total > 0,
  );
  if (rows.length === 0) return null;
  return (
    <Card id="areas" title={words.byArea}>
      {rows.map(({ area, totals: { [list]: count } }) => {
        const here = area.code === totals.area.code;
        return (
          <View
            key={area.code}
            className="y-line y-line--live"
            hoverClass={here ? 'none' : 'y-pressed'}
            onClick={here ? undefined : () => onOpen(area.code)}
            {...(here ? {} : spoken('button'))}
          >
            <View className="y-head">
              <View className="y-grow y-strong">{here ? words.own(area.name) : area.name}</View>
              <View className="y-figure">{`${count.done}/${count.total}`}</View>
            </View>
            <Progress count={count} />
          </View>
        );
      })}
    </Card>
  );
}
