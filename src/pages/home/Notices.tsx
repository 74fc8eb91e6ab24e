import { View } from '@tarojs/components';
import type { HomeView, NoticeView } from '../../../domain/contract/views';
import { Card, NoticeRow } from '../../components';
import { useWords } from '../../i18n';
import { goToInbox, openAbout } from '../../routes';
import { cloud } from '../../services/cloud';
import { markRead } from '../../state';

/** What happened since the last look, one tap from the problem itself. */
export function Notices({ home: { notices, unread } }: { home: Pick<HomeView, 'notices' | 'unread'> }) {
  const words = useWords();
  if (notices.length === 0) return null;
  const open = (notice: NoticeView) => {
    markRead([notice.id]);
    openAbout(notice.about);
  };
  return (
    <Card
      id="notices"
      title={words.home.notices(unread)}
      aside={
        <View className="home__link" hoverClass="y-pressed" onClick={goToInbox}>
          {words.home.allNotices}
        </View>
      }
    >
      {notices.map((notice) => (
        <NoticeRow key={notice.id} notice={notice} now={cloud.now()} onOpen={open} short />
      ))}
    </Card>
  );
}
