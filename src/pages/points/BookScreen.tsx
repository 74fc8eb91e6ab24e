import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import type { BookView } from '../../../domain/contract/views';
import { ownerOf } from '../../../domain/points/account';
import { Button, Choice, Screen, StateView, Tag } from '../../components';
import { AwardSheet } from '../../components/points/AwardSheet';
import { dayWords, momentWords } from '../../i18n';
import { type PointsWords, usePointsWords } from '../../i18n/points';
import { openRules } from '../../routes';
import { cloud } from '../../services/cloud';
import { useQuery } from '../../state';
import { Entries } from './Entries';
import { monthWords } from './months';
import { Waiting } from './Waiting';

interface Props {
  /** Absent: the reader's own. */
  account?: string;
  /** As it was opened from a list of another year. */
  from?: string | undefined;
  above?: ReactNode;
}

/** One book: the sum, what it is made of, what is not booked yet, and when the next month comes. */
export function BookScreen({ account, from, above }: Props) {
  const words = usePointsWords();
  const [year, setYear] = useState(from);
  const [writing, setWriting] = useState(false);
  const query = useQuery('points.book', { ...(account ? { account } : {}), ...(year ? { year } : {}) });
  const book = query.data;
  const none = query.error?.code === 'NOT_FOUND' && account === undefined;
  const title = account && book ? words.points.of(book.name, book.year) : words.points.title;
  return (
    <Screen
      title={title}
      heading={book && words.points.heading(book.year, book.total)}
      lead={book && standingWords(book, account !== undefined, words)}
      staleSince={query.error && book ? query.asOf : undefined}
      action={
        book && book.may.award.length > 0 ? (
          <Button id="award" onTap={() => setWriting(true)}>
            {words.points.write.button}
          </Button>
        ) : undefined
      }
      wide
    >
      {above}
      <StateView
        query={none ? { ...query, data: null } : query}
        empty={none}
        emptyWords={words.points.none}
        emptyHint={words.points.noneHint}
      >
        {book && (
          <>
            {book.closedAt !== undefined && (
              <Tag tone="done">{words.points.closed(dayWords(book.closedAt, cloud.now(), words))}</Tag>
            )}
            {book.years.length > 1 && (
              <Choice
                label={words.points.year}
                options={book.years.map((value) => ({ value, label: words.points.yearOf(value) }))}
                value={book.year}
                onChange={setYear}
              />
            )}
            <View className="y-columns">
              <Waiting book={book} />
              <Entries book={book} onChanged={query.refresh} />
            </View>
            <View className="y-asof">{words.state.asOf(momentWords(book.asOf, cloud.now(), words))}</View>
            <Button id="rules" kind="quiet" onTap={openRules}>
              {words.points.rules}
            </Button>
            {writing && (
              <AwardSheet
                account={book.account}
                name={book.name}
                rules={book.may.award}
                year={book.year}
                onClose={() => setWriting(false)}
                onDone={async () => {
                  setWriting(false);
                  await query.refresh();
                }}
              />
            )}
          </>
        )}
      </StateView>
    </Screen>
  );
}

function standingWords(book: BookView, named: boolean, words: PointsWords): string {
  return [named ? book.areaPath : '', ...countedWords(book, words)].filter(Boolean).join(' · ');
}

/** A household's points are no month's work: each is asked for. */
function countedWords(book: BookView, words: PointsWords): string[] {
  const { points } = words;
  if (ownerOf(book.account).kind === 'household') return [points.byAsking];
  const counted = book.settled
    ? points.settled(monthWords(book.settled, book.year, words))
    : points.unsettled;
  return book.closedAt === undefined
    ? [counted, points.next(dayWords(book.nextAt, cloud.now(), words))]
    : [counted];
}
