import { View } from '@tarojs/components';
import type { NoticeView } from '../../domain/contract/views';
import { momentWords, useSaid, useWords } from '../i18n';
import { spoken } from './a11y';
import './NoticeRow.scss';

interface Props {
  notice: NoticeView;
  /** Server ms. */
  now: number;
  onOpen(notice: NoticeView): void;
  /** Only what happened, where the page has other things to say. */
  short?: boolean;
}

/** A message; the dot has a word for those who do not see it. */
export function NoticeRow({ notice, now, onOpen, short = false }: Props) {
  const words = useWords();
  const said = useSaid();
  const tone = notice.read ? 'read' : notice.urgent ? 'urgent' : 'unread';
  return (
    <View
      className={`y-notice y-notice--${tone}`}
      hoverClass="y-pressed"
      onClick={() => onOpen(notice)}
      {...spoken('button')}
    >
      <View className="y-notice__dot" {...(notice.read ? {} : spoken('img', words.inbox.unread))} />
      <View className="y-notice__words">
        <View className="y-notice__title">{said(notice.title)}</View>
        {!short && <View className="y-notice__text">{said(notice.text)}</View>}
        <View className="y-notice__when">{momentWords(notice.at, now, words)}</View>
      </View>
      <View className="y-notice__go" />
    </View>
  );
}
