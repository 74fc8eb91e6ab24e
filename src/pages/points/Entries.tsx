import { View } from '@tarojs/components';
import { useState } from 'react';
import type { BookView } from '../../../domain/contract/views';
import type { PointsEntry } from '../../../domain/points/entry';
import { Card, Choice, StateView } from '../../components';
import { spoken } from '../../components/a11y';
import { useSaid } from '../../i18n';
import { usePointsWords } from '../../i18n/points';
import { EntrySheet } from './EntrySheet';
import { entryWords, unknownWords } from './entry-words';
import { byRule, monthsOf, monthWords, type RuleGroup } from './months';

interface Props {
  book: BookView;
  onChanged(): Promise<void>;
}

const YEAR = 'year';

/** A month or the year, rule by rule; a rule opens to its entries, an entry to what it is for. */
export function Entries({ book, onChanged }: Props) {
  const words = usePointsWords();
  const [period, setPeriod] = useState(YEAR);
  const [opened, setOpened] = useState<string>();
  const [entry, setEntry] = useState<PointsEntry>();
  const months = monthsOf(book.entries);
  const shown = book.entries.filter(({ month }) => period === YEAR || month === period);
  const query = { data: book, loading: false, error: undefined, refresh: onChanged };
  return (
    <View className="y-column">
      {months.length > 1 && (
        <Choice
          label={words.points.period}
          options={[
            { value: YEAR, label: words.points.wholeYear },
            ...months.map((value) => ({ value, label: monthWords(value, book.year, words) })),
          ]}
          value={period}
          onChange={setPeriod}
        />
      )}
      <StateView
        query={query}
        empty={shown.length === 0}
        emptyWords={words.points.noEntries}
        emptyHint={words.points.noEntriesHint}
      >
        <Card id="why" title={words.points.why} aside={<Sum entries={shown} />}>
          <View className="y-hint">{words.points.whyHint}</View>
          {byRule(shown).map((group) => (
            <Group
              key={group.rule}
              group={group}
              book={book}
              open={opened === group.rule}
              onTap={() => setOpened(opened === group.rule ? undefined : group.rule)}
              onOpen={setEntry}
            />
          ))}
        </Card>
      </StateView>
      {entry && (
        <EntrySheet
          entry={entry}
          book={book}
          onOpen={(cause) => setEntry(book.entries.find((one) => one.cause === cause))}
          onClose={() => setEntry(undefined)}
          onDone={async () => {
            setEntry(undefined);
            await onChanged();
          }}
        />
      )}
    </View>
  );
}

function Sum({ entries }: { entries: readonly PointsEntry[] }) {
  const words = usePointsWords().points;
  return (
    <View className="y-figure">{words.total(entries.reduce((sum, { amount }) => sum + amount, 0))}</View>
  );
}

interface GroupProps {
  group: RuleGroup;
  book: BookView;
  open: boolean;
  onTap(): void;
  onOpen(entry: PointsEntry): void;
}

function Group({ group, book, open, onTap, onOpen }: GroupProps) {
  const words = usePointsWords();
  const said = useSaid();
  const rule = book.rules[`${group.version} ${group.rule}`];
  return (
    <View className="points__group">
      <View
        id={`rule-${group.rule}`}
        className="y-row y-row--live"
        hoverClass="y-pressed"
        onClick={onTap}
        aria-expanded={open}
        {...spoken('button')}
      >
        <View className="y-grow">
          <View className="y-strong">{rule ? said(rule.name) : unknownWords(group.rule, words)}</View>
          <View className="y-note">{words.points.times(group.entries.length)}</View>
        </View>
        <View className="y-figure">{words.points.signed(group.amount)}</View>
        <View className={`y-turn${open ? ' y-turn--open' : ''}`} />
      </View>
      {open &&
        group.entries.map((entry) => (
          <View
            key={entry.cause}
            className="points__entry y-row y-row--live"
            hoverClass="y-pressed"
            onClick={() => onOpen(entry)}
            {...spoken('button')}
          >
            <View className={`y-grow${entry.reversedBy ? ' points__main--gone' : ''}`}>
              {entryWords(entry, words)}
            </View>
            <View className="y-figure">{words.points.signed(entry.amount)}</View>
          </View>
        ))}
    </View>
  );
}
