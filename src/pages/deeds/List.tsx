import { View } from '@tarojs/components';
import type { DeedCard } from '../../../domain/contract/views';
import type { DeedList } from '../../../domain/deed/deed';
import { Button, StateView, Tag, type Tone } from '../../components';
import { spoken } from '../../components/a11y';
import { dayWords, useSaid } from '../../i18n';
import { type DeedWords, useDeedWords } from '../../i18n/deed';
import { cloud } from '../../services/cloud';
import { usePages } from '../../state';

export type Shown = 'all' | 'promised' | 'done' | 'mine';

interface Props {
  area: string;
  year: string;
  list: DeedList;
  shown: Shown;
  onOpen(deed: string): void;
}

export function List({ area, year, list, shown, onOpen }: Props) {
  const words = useDeedWords();
  const said = useSaid();
  const { query, answers, more, moreError } = usePages(
    'deed.list',
    shown === 'mine'
      ? { scope: 'mine', list }
      : { area, year, list, ...(shown === 'all' ? {} : { status: shown }) },
  );
  const deeds = answers.flatMap((answer) => answer.deeds);
  return (
    <StateView
      query={query}
      empty={deeds.length === 0}
      emptyWords={words.deed.none}
      emptyHint={words.deed.noneHint}
    >
      {deeds.map((deed) => (
        <Row key={deed.id} deed={deed} onOpen={onOpen} />
      ))}
      {moreError && <View className="y-note">{said(moreError.words)}</View>}
      {more && (
        <Button id="more" kind="quiet" onTap={more}>
          {words.deed.more}
        </Button>
      )}
    </StateView>
  );
}

function Row({ deed, onOpen }: { deed: DeedCard; onOpen(deed: string): void }) {
  const words = useDeedWords();
  const now = cloud.now();
  return (
    <View
      className="y-line y-line--live"
      hoverClass="y-pressed"
      onClick={() => onOpen(deed.id)}
      {...spoken('button')}
    >
      <View className="y-head">
        <View className="y-grow y-strong">{deed.promise}</View>
        <Standing deed={deed} />
      </View>
      <View className="y-note">
        {[deed.area.path, deed.responsible.unit ?? deed.responsible.name, whenWords(deed, now, words)].join(
          ' · ',
        )}
      </View>
    </View>
  );
}

const TONE: Record<DeedCard['status'], Tone> = { promised: 'active', done: 'done', dropped: 'plain' };

export function Standing({ deed: { status, late } }: { deed: DeedCard }) {
  const { deed: words } = useDeedWords();
  return late ? <Tag tone="danger">{words.late}</Tag> : <Tag tone={TONE[status]}>{words.status[status]}</Tag>;
}

export function whenWords({ status, endedAt, dueAt }: DeedCard, now: number, words: DeedWords): string {
  const ended = endedAt === undefined ? '' : dayWords(endedAt, now, words);
  if (status === 'done') return words.deed.doneOn(ended);
  return status === 'dropped' ? words.deed.droppedOn(ended) : words.deed.due(dayWords(dueAt - 1, now, words));
}
