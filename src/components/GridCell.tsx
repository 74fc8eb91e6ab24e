import { Text, View } from '@tarojs/components';
import { spoken } from './a11y';
import './GridCell.scss';

export interface Cell {
  key: string;
  /** Short: a name, a number. */
  label: string;
  /** Under the label, e.g. 待联系. */
  note?: string;
  /** 0 empty … 1 full. */
  fill: number;
  /** `due` waits in amber, `stuck` is hatched (cannot be reached). */
  state?: 'plain' | 'due' | 'stuck';
}

interface CellProps {
  cell: Cell;
  onTap?: ((key: string) => void) | undefined;
}

/** The motif: one cell of the grid, filling from the ground up as things get done. */
export function GridCell({ cell, onTap }: CellProps) {
  const full = cell.fill >= 1;
  return (
    <View
      className={`y-cell y-cell--${cell.state ?? 'plain'}${full ? ' y-cell--full' : cell.fill > 0 ? ' y-cell--part' : ''}`}
      hoverClass={onTap ? 'y-pressed' : 'none'}
      onClick={onTap && (() => onTap(cell.key))}
      {...(onTap ? spoken('button', [cell.label, cell.note].filter(Boolean).join(' ')) : {})}
    >
      <View
        className="y-cell__fill"
        style={{ height: `${Math.round(Math.min(1, Math.max(0, cell.fill)) * 100)}%` }}
      />
      <Text className="y-cell__label">{cell.label}</Text>
      {cell.note !== undefined && <Text className="y-cell__note">{cell.note}</Text>}
      {full && <View className="y-cell__tick" />}
    </View>
  );
}

interface GridProps {
  cells: Cell[];
  columns?: 3 | 4 | 6;
  onTap?: (key: string) => void;
}

/** A lattice of cells, e.g. the 12 households of a worker. */
export function Grid({ cells, columns = 4, onTap }: GridProps) {
  return (
    <View className={`y-grid y-grid--${columns}`}>
      {cells.map((cell) => (
        <View key={cell.key} className="y-grid__place">
          <GridCell cell={cell} onTap={onTap} />
        </View>
      ))}
    </View>
  );
}
