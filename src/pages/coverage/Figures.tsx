import { View } from '@tarojs/components';
import { useState } from 'react';
import { Tag } from '../../components';
import { spoken } from '../../components/a11y';
import { useCoverageWords } from '../../i18n/coverage';

export interface FigureRow {
  key: string;
  name: string;
  due: number;
  reached: number;
  met: number;
  excused: number;
  tag?: string | undefined;
  note?: string | undefined;
  /** Down to the area behind it. */
  onOpen?: () => void;
}

interface Props {
  /** What the first column names. */
  first: string;
  rows: FigureRow[];
  empty: string;
  /** Areas may be sorted by their figures; people may not. */
  sortable?: boolean;
}

type Column = 'due' | 'reached' | 'met' | 'left' | 'excused';
const COLUMNS: readonly Column[] = ['due', 'reached', 'met', 'left', 'excused'];

/** A table on a PC, a list of cards on a phone: the same rows, laid out by the stylesheet. */
export function Figures({ first, rows, empty, sortable = false }: Props) {
  const words = useCoverageWords().coverage;
  const [by, setBy] = useState<Column>();
  if (rows.length === 0) return <View className="y-note">{empty}</View>;
  const sorted = by === undefined ? rows : [...rows].sort((a, b) => figure(b, by) - figure(a, by));
  return (
    <View>
      <View className="coverage__head">
        <Heading word={first} on={by === undefined} onTap={sortable ? () => setBy(undefined) : undefined} />
        {COLUMNS.map((column) => (
          <Heading
            key={column}
            word={words[column]}
            on={by === column}
            onTap={sortable ? () => setBy(column) : undefined}
          />
        ))}
      </View>
      {sorted.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </View>
  );
}

function figure(row: FigureRow, column: Column): number {
  return column === 'left' ? Math.max(0, row.due - row.reached) : row[column];
}

function Heading({ word, on, onTap }: { word: string; on: boolean; onTap: (() => void) | undefined }) {
  const words = useCoverageWords().coverage;
  const look = `coverage__heading${on && onTap ? ' coverage__heading--on' : ''}`;
  if (onTap === undefined) return <View className={look}>{word}</View>;
  return (
    <View className={look} hoverClass="y-pressed" onClick={onTap} {...spoken('button', words.sortBy(word))}>
      {word}
    </View>
  );
}

function Row({ row }: { row: FigureRow }) {
  const words = useCoverageWords().coverage;
  const share = (part: number) => `${row.due === 0 ? 0 : Math.min(100, Math.round((part / row.due) * 100))}%`;
  const tappable = row.onOpen !== undefined;
  return (
    <View
      id={`row-${row.key}`}
      className={`coverage__row${tappable ? ' coverage__row--tappable' : ''}`}
      hoverClass={tappable ? 'y-pressed' : 'none'}
      onClick={row.onOpen}
      {...(tappable ? spoken('button') : {})}
    >
      <View className="coverage__cell coverage__cell--name">
        <View className="y-strong">{row.name}</View>
        {row.tag !== undefined && <Tag>{row.tag}</Tag>}
        {row.note !== undefined && <View className="y-note">{row.note}</View>}
        <View className="coverage__bar">
          <View className="coverage__bar-reached" style={{ width: share(row.reached) }} />
          <View className="coverage__bar-met" style={{ width: share(row.met) }} />
        </View>
      </View>
      {COLUMNS.map((column) => (
        <View key={column} className={`coverage__cell coverage__cell--${column}`}>
          <View className="coverage__label">{words[column]}</View>
          <View className="y-figure">{figure(row, column)}</View>
        </View>
      ))}
    </View>
  );
}
