import { View } from '@tarojs/components';
import type { CoverageRow } from '../../../domain/contract/views';
import { useWords } from '../../i18n';

/** Households due, contacted and met, area by area: a plain bar and the figures it stands for. */
export function Coverage({ rows }: { rows: CoverageRow[] }) {
  const words = useWords().home.desk;
  if (rows.length === 0) return <View className="home__note">{words.noAreas}</View>;
  return (
    <View>
      <View className="home__legend">
        <View className="home__key home__key--met" />
        {words.met}
        <View className="home__key home__key--reached" />
        {words.reached}
        <View className="home__key" />
        {words.due}
      </View>
      {rows.map((row) => (
        <Area key={row.area.code} row={row} />
      ))}
    </View>
  );
}

function Area({ row }: { row: CoverageRow }) {
  const words = useWords().home.desk;
  const share = (part: number) => `${row.due === 0 ? 0 : Math.min(100, Math.round((part / row.due) * 100))}%`;
  return (
    <View className="home__area">
      <View className="home__area-head">
        <View className="home__name">{row.area.name}</View>
        <View className="home__figures">{`${row.reached}/${row.due}`}</View>
      </View>
      <View className="home__bar">
        <View className="home__bar-reached" style={{ width: share(row.reached) }} />
        <View className="home__bar-met" style={{ width: share(row.met) }} />
      </View>
      <View className="home__note">{`${words.reached} ${row.reached} · ${words.met} ${row.met}`}</View>
    </View>
  );
}
