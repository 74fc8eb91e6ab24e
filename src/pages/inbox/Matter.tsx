import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeView } from '../../../domain/contract/views';
import { NoticeRow } from '../../components';
import { useWords } from '../../i18n';

interface Props {
  /** About one matter, newest first. */
  notices: NoticeView[];
  now: number;
  onOpen(notice: NoticeView): void;
}

/** What was told about one matter: the latest, and the earlier ones on demand. */
export function Matter({ notices, now, onOpen }: Props) {
  const words = useWords().inbox;
  const [open, setOpen] = useState(false);
  const [latest, ...older] = notices;
  if (latest === undefined) return null;
  return (
    <View className="inbox__matter">
      <NoticeRow notice={latest} now={now} onOpen={onOpen} />
      {older.length > 0 && (
        <View className="inbox__older" hoverClass="y-pressed" onClick={() => setOpen(!open)}>
          {open ? words.fewer : words.older(older.length)}
        </View>
      )}
      {open &&
        older.map((notice) => <NoticeRow key={notice.id} notice={notice} now={now} onOpen={onOpen} short />)}
    </View>
  );
}

/** Grouped by what they are about, in the order of each group's latest. */
export function byMatter(notices: readonly NoticeView[]): NoticeView[][] {
  const groups = new Map<string, NoticeView[]>();
  for (const notice of notices) {
    const key = `${notice.about.kind} ${notice.about.id}`;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()];
}
