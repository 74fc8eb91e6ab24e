import { View } from '@tarojs/components';
import { useState } from 'react';
import type { NoticeView } from '../../../domain/contract/views';
import { Button, Card, Screen, StateView } from '../../components';
import { useSaid, useWords } from '../../i18n';
import { openAbout } from '../../routes';
import { cloud } from '../../services/cloud';
import { markRead, usePages } from '../../state';
import { byMatter, Matter } from './Matter';
import './index.scss';

/** Everything that was ever told to me, newest first; a message leads to the matter it is about. */
export default function Inbox() {
  const words = useWords();
  const said = useSaid();
  const { query, answers, more, moreError } = usePages('notice.inbox', {});
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const notices = answers
    .flatMap((answer) => answer.notices)
    .map((notice) => (seen.has(notice.id) ? { ...notice, read: true } : notice));
  const unread = notices.filter((notice) => !notice.read).map((notice) => notice.id);
  const see = (ids: string[]) => {
    if (ids.length === 0) return;
    setSeen(new Set([...seen, ...ids]));
    markRead(ids);
  };
  const open = (notice: NoticeView) => {
    if (!notice.read) see([notice.id]);
    openAbout(notice.about);
  };
  return (
    <Screen
      title={words.tabs.inbox}
      tab="inbox"
      staleSince={query.error && query.data ? query.asOf : undefined}
    >
      <StateView query={query} empty={notices.length === 0} emptyWords={words.inbox.none}>
        <Card
          {...(unread.length > 0 ? { title: words.home.notices(unread.length) } : {})}
          aside={unread.length > 0 ? <ReadAll onTap={() => see(unread.slice(0, MOST))} /> : undefined}
        >
          {byMatter(notices).map((about) => (
            <Matter key={about[0]?.id} notices={about} now={cloud.now()} onOpen={open} />
          ))}
        </Card>
        {moreError && <View className="inbox__note">{said(moreError.words)}</View>}
        {more ? (
          <Button id="more" kind="quiet" onTap={more}>
            {words.problems.more}
          </Button>
        ) : (
          <View className="inbox__note">{words.problems.end}</View>
        )}
      </StateView>
    </Screen>
  );
}

/** One call takes this many. */
const MOST = 100;

function ReadAll({ onTap }: { onTap(): void }) {
  return (
    <View id="read-all" className="inbox__link" hoverClass="y-pressed" onClick={onTap}>
      {useWords().inbox.readAll}
    </View>
  );
}
