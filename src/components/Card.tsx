import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { spoken } from './a11y';
import './Card.scss';

interface Props {
  children: ReactNode;
  title?: ReactNode;
  /** Beside the title: a Tag, a number. */
  aside?: ReactNode;
  /** The edge says it too: `due` amber, `danger` red, `done` grass. */
  tone?: 'plain' | 'due' | 'danger' | 'done';
  /** The whole card is the target. */
  onTap?: (() => void) | undefined;
  id?: string;
}

export function Card({ children, title, aside, tone = 'plain', onTap, id }: Props) {
  return (
    <View
      {...(id === undefined ? {} : { id })}
      className={`y-card y-card--${tone}${onTap ? ' y-card--tappable' : ''}`}
      hoverClass={onTap ? 'y-pressed' : 'none'}
      onClick={onTap}
      {...(onTap ? spoken('button') : {})}
    >
      {(title !== undefined || aside !== undefined) && (
        <View className="y-card__head">
          <View className="y-card__title">{title}</View>
          {aside}
        </View>
      )}
      {children}
    </View>
  );
}
