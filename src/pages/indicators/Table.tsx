import { View } from '@tarojs/components';
import type { IndicatorFigures } from '../../../domain/contract/views';
import { Card } from '../../components';
import { spoken } from '../../components/a11y';
import { useIndicatorWords } from '../../i18n/indicator';
import { type Figures, figureOf, MEASURES, type Measure, rankOf, type Value, valueWords } from './measures';

interface Props {
  figures: Figures;
  measure: Measure;
  onMeasure(measure: Measure): void;
  onOpen(area: string): void;
}

/** Areas in the order of the chosen question, one bar each; on a PC every figure beside it. */
export function Table({ figures, measure, onMeasure, onOpen }: Props) {
  const { indicator: words } = useIndicatorWords();
  const rows = [...figures.rows].sort(
    (a, b) =>
      rankOf(figureOf(b, measure)) - rankOf(figureOf(a, measure)) || (a.area.code < b.area.code ? -1 : 1),
  );
  const most = Math.max(1, ...rows.map((row) => rankOf(figureOf(row, measure))));
  return (
    <Card id="table">
      <View className="y-row y-row--live indicators__row--head">
        <View className="y-grow">{words.area}</View>
        {MEASURES.map((one) => (
          <View
            key={one}
            className={`indicators__cell${one === measure ? ' indicators__cell--chosen' : ''}`}
            onClick={() => onMeasure(one)}
            {...spoken('button')}
          >
            {words.name[one]}
          </View>
        ))}
      </View>
      <Row name={words.all} row={figures.all} measure={measure} most={most} bold />
      {rows.map(({ area, ...row }) => (
        <Row
          key={area.code}
          name={area.name}
          row={row}
          measure={measure}
          most={most}
          onTap={area.code === figures.area.code ? undefined : () => onOpen(area.code)}
        />
      ))}
    </Card>
  );
}

interface RowProps {
  name: string;
  row: IndicatorFigures;
  measure: Measure;
  /** The longest bar of counts. */
  most: number;
  bold?: boolean;
  onTap?: (() => void) | undefined;
}

function Row({ name, row, measure, most, bold = false, onTap }: RowProps) {
  const words = useIndicatorWords();
  const chosen = figureOf(row, measure);
  return (
    <View
      className={`y-row y-row--live${bold ? ' indicators__row--all' : ''}`}
      hoverClass={onTap ? 'y-pressed' : 'none'}
      onClick={onTap}
      {...(onTap ? spoken('button') : {})}
    >
      <View className="y-grow">
        <View className="indicators__name">
          <View className="y-strong">{name}</View>
          <View className="indicators__figure">
            {valueWords(chosen, words)}
            {'of' in chosen && (
              <View className="indicators__of">{words.indicator.of(chosen.n, chosen.of)}</View>
            )}
          </View>
        </View>
        <View className="y-bar">
          <View className="y-bar__done" style={{ width: widthOf(chosen, bold, most) }} />
        </View>
      </View>
      {MEASURES.map((one) => (
        <View key={one} className={`indicators__cell${one === measure ? ' indicators__cell--chosen' : ''}`}>
          {valueWords(figureOf(row, one), words)}
        </View>
      ))}
    </View>
  );
}

function widthOf(value: Value, total: boolean, most: number): string {
  if ('none' in value) return '0%';
  const share = 'share' in value ? value.share : total ? 1 : value.count / most;
  return `${Math.round(Math.min(1, share) * 100)}%`;
}
