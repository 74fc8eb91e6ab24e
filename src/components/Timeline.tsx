import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Timeline.scss';

export interface TimelineItem {
  key: string;
  /** Who and what: "张书记受理了". */
  title: string;
  /** When, in words. */
  when: string;
  /** Their words, photos, the deadline it set. */
  body?: ReactNode;
  /** `now` is where the matter stands. */
  tone?: 'past' | 'now' | 'due' | 'danger';
}

/** A history read from the top; the last thing that happened is the first that is read. */
export function Timeline({ items }: { items: TimelineItem[] }) {
  return (
    <View className="y-timeline">
      {items.map((item) => (
        <View key={item.key} className={`y-timeline__item y-timeline__item--${item.tone ?? 'past'}`}>
          <View className="y-timeline__rail">
            <View className="y-timeline__cell" />
            <View className="y-timeline__line" />
          </View>
          <View className="y-timeline__content">
            <View className="y-timeline__title">{item.title}</View>
            <View className="y-timeline__when">{item.when}</View>
            {item.body !== undefined && <View className="y-timeline__body">{item.body}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}
